package vn.lienthong.console;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierFilter;
import vn.lienthong.dossier.DossierStatus;

/** The filter of the list of dossiers as it stands in the address. */
record DossierQuery(
        @Nullable String number,
        @Nullable String status,
        @Nullable String procedure,
        @Nullable String agency,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Reads what was asked for; refuses with 400 a status or a day that does not exist. */
    static DossierQuery of(
            @Nullable String number,
            @Nullable String status,
            @Nullable String procedure,
            @Nullable String agency,
            @Nullable String from,
            @Nullable String until) {
        DossierStatus known = Input.choice(DossierStatus.class, status);
        return new DossierQuery(
                Input.condition(number),
                known == null ? null : known.name(),
                Input.condition(procedure),
                Input.condition(agency),
                Input.day(from),
                Input.day(until));
    }

    /** Without the number, which finds by itself. */
    DossierFilter filter(@Nullable String after, int limit) {
        return new DossierFilter(
                status == null ? null : DossierStatus.valueOf(status),
                procedure,
                agency,
                Day.begin(from),
                Day.end(until),
                after,
                limit);
    }

    /** The list, from here on. */
    String link(@Nullable String after) {
        return Links.to(
                "/dossiers",
                "status",
                status,
                "procedure",
                procedure,
                "agency",
                agency,
                "from",
                from,
                "until",
                until,
                "after",
                after);
    }

    /** Whether anything but the number is asked for. */
    public boolean isFiltered() {
        return status != null || procedure != null || agency != null || from != null || until != null;
    }
}
