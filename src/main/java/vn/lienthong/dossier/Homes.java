package vn.lienthong.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Succession;
import vn.lienthong.catalogue.Succession.Kind;
import vn.lienthong.kernel.Bilingual;

/** Says which agency of a dossier has ended by today, and what that comes to. */
record Homes(Agencies agencies, LocalDate today) {
    static final String CHOICE = "DOSSIER-SUCCESSOR-CHOICE";

    /** Where the dossier goes by itself: one step of a chain at a time, each with its own legal basis. */
    Optional<Rehoming> due(DossierRecord record) {
        return ended(record).filter(Succession::plain).findFirst().map(Rehoming::plain);
    }

    /** What a person has to choose. */
    List<Succession> choices(DossierRecord record) {
        return ended(record).filter(one -> !one.plain()).toList();
    }

    private Stream<Succession> ended(DossierRecord record) {
        return record.open()
                ? record.homesNow().stream()
                        .distinct()
                        .flatMap(code -> agencies.successions().holding(Kind.AGENCY, code, today).stream())
                : Stream.empty();
    }

    Suspicion choice(Succession ended) {
        return new Suspicion(
                CHOICE,
                new Bilingual(
                        "Cơ quan " + ended.from() + " đã kết thúc từ " + ended.holdsFrom() + " (" + ended.legalBasis()
                                + ") và có nhiều cơ quan tiếp nhận: " + named(ended)
                                + ". Hãy chọn cơ quan cho hồ sơ này: POST /v1/successor-choices.",
                        "The agency " + ended.from() + " ended on " + ended.holdsFrom() + " (" + ended.legalBasis()
                                + ") and several took over: " + named(ended)
                                + ". Choose one for this dossier: POST /v1/successor-choices."));
    }

    private String named(Succession ended) {
        return String.join(
                "; ",
                ended.heirs().stream()
                        .map(heir -> heir.code() + " " + agencies.name(heir.code()))
                        .toList());
    }
}
