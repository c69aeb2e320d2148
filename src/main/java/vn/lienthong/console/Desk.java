package vn.lienthong.console;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.access.Act;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.kernel.Bilingual;

/**
 * Who looks at a page and how: in which language, in which colours, with which rights.
 *
 * @param path the page, for the mark in the navigation
 * @param address where to come back to after a choice of language or colours
 */
record Desk(
        Caller caller,
        Rights rights,
        String language,
        String theme,
        String path,
        String address,
        Instant now,
        @Nullable Reveal reveal) {
    private static final List<String> SECTIONS = List.of(
            "",
            "deliveries",
            "dossiers",
            "work-items",
            "bulk-actions",
            "partners",
            "charts",
            "incidents",
            "certificates",
            "doctor",
            "data-tracker",
            "paper-ledger",
            "operators",
            "audit");

    /** The text in this person's language. */
    String say(Bilingual text) {
        return text.in(language);
    }

    public String name() {
        return caller.displayName();
    }

    public String role() {
        return caller.role() == null ? "" : say(caller.role().title());
    }

    /** Why this act is closed to this person; null if it is open. */
    @Nullable
    String closed(Act act) {
        return rights.closedBecause(caller, act).map(this::say).orElse(null);
    }

    /** A point in time as it is written on a page. */
    @Nullable
    Moment moment(@Nullable Instant at) {
        return at == null ? null : Moment.of(at, now, language);
    }

    String span(Duration length) {
        return Moment.span(length, language);
    }

    public String number(long count) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag(language)).format(count);
    }

    /** Whether this person looks at this dossier's personal data now. */
    boolean sees(String dossierNumber) {
        return reveal != null && reveal.covers(dossierNumber, now);
    }

    /** What the navigation leads to. */
    public List<Section> sections() {
        return SECTIONS.stream()
                .map(name -> new Section(
                        "/" + name,
                        "nav." + (name.isEmpty() ? "today" : name),
                        name.isEmpty() ? path.equals("/") : path.startsWith("/" + name)))
                .toList();
    }

    /** An entry of the navigation. */
    record Section(String href, String label, boolean current) {}
}
