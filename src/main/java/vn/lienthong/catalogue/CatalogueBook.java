package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SchemaFiles;

/** Where a catalogue that was told is compared with what is kept, and taken in whole or not at all. */
@Component
public class CatalogueBook {
    private final Catalogue files;
    private final ToldEntryRepository told;
    private final TransactionTemplate transaction;
    private final GatewayClock clock;

    CatalogueBook(SchemaFiles files, ToldEntryRepository told, TransactionTemplate transaction, GatewayClock clock) {
        this.files = Catalogue.load(files);
        this.told = told;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes in what was told, in one transaction; every node reads it within seconds.
     *
     * @param turn the right to do so, from {@link CataloguePulls}
     * @param most which share of a list may be told no more
     */
    public PullOutcome take(UUID turn, ToldCatalogue now, double most) {
        return Objects.requireNonNull(
                transaction.execute(status -> told.hold(turn) ? compare(now, most) : new PullOutcome.Late()));
    }

    private PullOutcome compare(ToldCatalogue now, double most) {
        List<ToldEntry> rows = told.all();
        LocalDate today = clock.today();
        Versions<Procedure> ownProcedures = files.procedures().versions();
        Versions<Agency> ownAgencies = files.agencies().versions();
        Map<String, String> procedures = new LinkedHashMap<>();
        now.procedures()
                .forEach(one -> procedures.put(
                        one.code(),
                        ToldForm.write(Completion.of(
                                one, ownProcedures.latest(one.code()).orElse(null)))));
        Map<String, String> agencies = new LinkedHashMap<>();
        now.agencies()
                .forEach(one -> agencies.put(
                        one.code(),
                        ToldForm.write(Completion.of(
                                one, ownAgencies.latest(one.code()).orElse(null)))));
        Difference ofProcedures = Difference.of(
                EntryList.PROCEDURE,
                of(rows, EntryList.PROCEDURE),
                procedures,
                code -> ownProcedures.latest(code).isPresent(),
                code -> false,
                true,
                today);
        Difference ofAgencies = Difference.of(
                EntryList.AGENCY,
                of(rows, EntryList.AGENCY),
                agencies,
                code -> ownAgencies.latest(code).isPresent(),
                code -> Overlay.ends(files, code),
                false,
                today);
        if (shrinks(ofProcedures, most)) {
            return shrunk("thủ tục", "procedures", ofProcedures);
        }
        return shrinks(ofAgencies, most)
                ? shrunk("cơ quan", "agencies", ofAgencies)
                : write(rows, ofProcedures, ofAgencies);
    }

    private PullOutcome write(List<ToldEntry> rows, Difference ofProcedures, Difference ofAgencies) {
        List<ToldEntry> forget = Stream.of(ofProcedures.forget(), ofAgencies.forget())
                .flatMap(List::stream)
                .toList();
        List<ToldEntry> put = Stream.of(ofProcedures.put(), ofAgencies.put())
                .flatMap(List::stream)
                .toList();
        if (!forget.isEmpty() || !put.isEmpty()) {
            List<ToldEntry> after = new ArrayList<>(rows);
            after.removeAll(forget);
            after.addAll(put);
            try {
                Overlay.over(files, after);
            } catch (InvalidEntry contradiction) {
                return new PullOutcome.Refused(contradiction.finding());
            }
            told.apply(forget, put);
        }
        return new PullOutcome.Taken(
                ofProcedures.added() + ofAgencies.added(),
                ofProcedures.changed() + ofAgencies.changed(),
                ofProcedures.gone().size(),
                List.copyOf(ofAgencies.gone()));
    }

    private static List<ToldEntry> of(List<ToldEntry> rows, EntryList list) {
        return rows.stream().filter(row -> row.list() == list).toList();
    }

    private static boolean shrinks(Difference difference, double most) {
        return difference.gone().size() > most * difference.listed();
    }

    private static PullOutcome shrunk(String vi, String en, Difference difference) {
        int gone = difference.gone().size();
        String some = String.join(", ", difference.gone().stream().limit(5).toList());
        return new PullOutcome.Refused(new Bilingual(
                gone + " trong " + difference.listed() + " " + vi + " không còn trong danh sách lấy về (" + some
                        + "…); nghi danh sách thiếu, chưa thay đổi gì.",
                gone + " of " + difference.listed() + " " + en + " are told no more (" + some
                        + "…); the list looks cut, nothing was changed."));
    }
}
