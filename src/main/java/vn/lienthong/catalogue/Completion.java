package vn.lienthong.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds to what the portal tells what only the province's own files can say. Nobody may ask a register for a procedure of which
 * the files say nothing.
 */
final class Completion {
    private Completion() {}

    static Procedure of(Procedure told, @Nullable Procedure own) {
        return new Procedure(
                told.code(),
                told.name(),
                told.sector(),
                told.levels(),
                (told.takingPart().isEmpty() && own != null) ? own.takingPart() : told.takingPart(),
                (told.onlineService() == null && own != null) ? own.onlineService() : told.onlineService(),
                (told.byPost() == null && own != null) ? own.byPost() : told.byPost(),
                own == null ? told.processing() : processing(told.processing(), own.processing()),
                own == null
                        ? told.components()
                        : told.components().stream()
                                .map(paper -> component(paper, own))
                                .toList(),
                own == null ? Set.of() : own.registers(),
                own == null ? told.fees() : fees(told.fees(), own.fees()),
                told.results(),
                told.legalBasis(),
                ToldForm.ALWAYS,
                null);
    }

    /** Level and successor are the province's: the portal's levels do not tell a department from the province. */
    static Agency of(Agency told, @Nullable Agency own) {
        return new Agency(
                told.code(),
                told.name(),
                own == null ? told.level() : own.level(),
                ToldForm.ALWAYS,
                null,
                own == null ? null : own.successor());
    }

    /** Where amount and unit are those of the files, so are the exceptions that the portal tells in words only. */
    private static Procedure.Processing processing(Procedure.Processing told, Procedure.Processing own) {
        boolean day = own.unit() == Procedure.TimeUnit.SAME_DAY && told.unit() == Procedure.TimeUnit.WORKING_DAY;
        boolean same = Objects.equals(told.amount(), own.amount()) && (day || told.unit() == own.unit());
        return same
                ? new Procedure.Processing(told.amount(), own.unit(), own.atMost(), own.nextDayAfter(), told.text())
                : told;
    }

    private static Procedure.Component component(Procedure.Component told, Procedure own) {
        Optional<Procedure.Component> known = own.component(told.code());
        return new Procedure.Component(
                told.code(),
                told.name(),
                known.map(Procedure.Component::required).orElse(told.required()),
                known.map(Procedure.Component::notNeededWhenHeldBy).orElse(null),
                known.map(Procedure.Component::heldAs).orElse(null),
                told.originals(),
                told.copies());
    }

    private static List<Procedure.Fee> fees(List<Procedure.Fee> told, List<Procedure.Fee> own) {
        return told.stream()
                .map(fee -> own.stream()
                        .filter(known -> known.code().equals(fee.code()))
                        .findFirst()
                        .map(known -> new Procedure.Fee(
                                fee.code(), fee.name(), known.kind(), fee.amount(), fee.amountOnline()))
                        .orElse(fee))
                .toList();
    }
}
