package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One published version of an administrative procedure. {@code registers} names the national registers that an officer
 * may ask in a dossier of this procedure; {@code takingPart} the agencies that act beside those of {@code levels};
 * {@code byPost} is false where the applicant must come in person.
 */
public record Procedure(
        String code,
        String name,
        Sector sector,
        Set<Level> levels,
        List<String> takingPart,
        @Nullable OnlineService onlineService,
        @Nullable Boolean byPost,
        Processing processing,
        List<Component> components,
        Set<Register> registers,
        List<Fee> fees,
        List<Result> results,
        List<LegalBasis> legalBasis,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Dated {

    /** Reads absent lists as empty. */
    public Procedure {
        levels = ordered(levels, Level.class);
        takingPart = takingPart == null ? List.of() : List.copyOf(takingPart);
        components = components == null ? List.of() : List.copyOf(components);
        registers = ordered(registers, Register.class);
        fees = fees == null ? List.of() : List.copyOf(fees);
        results = results == null ? List.of() : List.copyOf(results);
        legalBasis = legalBasis == null ? List.of() : List.copyOf(legalBasis);
    }

    /** In the order of their declaration, so that equal procedures are written alike. */
    private static <E extends Enum<E>> Set<E> ordered(@Nullable Set<E> told, Class<E> type) {
        EnumSet<E> all = EnumSet.noneOf(type);
        if (told != null) {
            all.addAll(told);
        }
        return Collections.unmodifiableSet(all);
    }

    /** The same, valid from a day to a day. */
    Procedure during(LocalDate from, @Nullable LocalDate to) {
        return new Procedure(
                code,
                name,
                sector,
                levels,
                takingPart,
                onlineService,
                byPost,
                processing,
                components,
                registers,
                fees,
                results,
                legalBasis,
                from,
                to);
    }

    /** Whether an officer may ask this register for a dossier of this procedure. */
    public boolean mayAsk(Register register) {
        return registers.contains(register);
    }

    /** Whether the post may hand it in: unless the catalogue says otherwise. */
    public boolean receivedByPost() {
        return !Boolean.FALSE.equals(byPost);
    }

    /** The component of this code. */
    public Optional<Component> component(String componentCode) {
        return components.stream()
                .filter(component -> component.code().equals(componentCode))
                .findFirst();
    }

    /** Field of administration. */
    public record Sector(String code, String name) {}

    /** Level of government that carries the procedure out. */
    public enum Level {
        MINISTRY,
        PROVINCE,
        COMMUNE
    }

    /** How much of it can be done online. */
    public enum OnlineService {
        FULL,
        PARTIAL,
        NONE
    }

    /** A national register that may hold what a paper would prove. */
    public enum Register {
        POPULATION,
        BUSINESS,
        INSURANCE,
        PAPER_STORE,
        CIVIL_STATUS
    }

    /** Unit of the statutory time; {@code BY_BRANCH} where each leg of a linked procedure has its own. */
    public enum TimeUnit {
        SAME_DAY,
        WORKING_HOUR,
        WORKING_DAY,
        DAY,
        MONTH,
        BY_BRANCH
    }

    /** Statutory time. What is received after {@code nextDayAfter} (HH:mm) counts from the next working day. */
    public record Processing(
            @Nullable Integer amount,
            TimeUnit unit,
            @Nullable Integer atMost,
            @Nullable String nextDayAfter,
            String text) {}

    /**
     * A paper of the dossier; needed only while {@code notNeededWhenHeldBy} does not hold the same facts, under the field
     * {@code heldAs} where that register keeps papers of many kinds.
     */
    public record Component(
            String code,
            String name,
            boolean required,
            @Nullable Register notNeededWhenHeldBy,
            @Nullable String heldAs,
            int originals,
            int copies) {}

    /** A fee by law ({@code FEE}) or a charge for a service ({@code CHARGE}), in whole đồng. */
    public record Fee(
            String code,
            String name,
            String kind,
            long amount,
            @Nullable Long amountOnline) {}

    /** A paper that the procedure ends with. */
    public record Result(String code, String name) {}

    /** The text the procedure rests on. */
    public record LegalBasis(String number, String name) {}
}
