package vn.lienthong.console;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.access.Act;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.Tracked;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.kernel.Masking;
import vn.lienthong.kernel.Page;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/**
 * {@code /data-tracker}: who looked at one person's data, for a lead who says why. The number is typed into a form and never
 * stands in an address; the search itself is written down before anything is shown.
 */
@Controller
class TrackerPage {
    private static final int ROWS = 200;
    private static final int LONGEST_NUMBER = 30;

    private final DataTracker tracker;
    private final Agencies agencies;
    private final Audit audit;

    TrackerPage(DataTracker tracker, Agencies agencies, Audit audit) {
        this.tracker = tracker;
        this.agencies = agencies;
        this.audit = audit;
    }

    @GetMapping("/data-tracker")
    String form(@ModelAttribute(name = "desk", binding = false) Desk desk, Model page) {
        page.addAttribute("closed", desk.closed(Act.REVEAL));
        return "console/tracker";
    }

    @PostMapping("/data-tracker")
    String search(
            @RequestParam(required = false) @Nullable String personalId,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            jakarta.servlet.http.HttpServletResponse response,
            Model page) {
        desk.rights().requireAct(caller, Act.REVEAL);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String person = QueryText.of(personalId == null ? "" : personalId.strip());
        if (person == null || person.isEmpty() || person.length() > LONGEST_NUMBER) {
            page.addAttribute(
                    "bad", desk.say(new vn.lienthong.kernel.Bilingual("Hãy nhập số định danh.", "Type the number.")));
            return form(desk, page);
        }
        try {
            audit.record(
                    caller,
                    "data-tracker.search",
                    "person:" + tracker.markOf(person),
                    Input.reason(reason),
                    Audit.Outcome.DONE);
        } catch (ProblemException refused) {
            page.addAttribute("bad", desk.say(refused.problem().text()));
            return form(desk, page);
        }
        Page<Tracked> found = tracker.about(person, null, null, null, ROWS);
        page.addAttribute("masked", Masking.number(person));
        page.addAttribute("more", found.next() != null);
        page.addAttribute(
                "rows",
                found.items().stream().map(row -> Row.of(row, agencies, desk)).toList());
        return form(desk, page);
    }

    /** A look-up as a line of a table. */
    record Row(
            Moment at,
            String officer,
            String agency,
            @Nullable String dossier,
            @Nullable String dossierHref,
            String purpose,
            String fields,
            String source,
            String outcome,
            boolean cached) {
        static Row of(Tracked row, Agencies agencies, Desk desk) {
            TrackedQuestion question = row.question();
            TrackedEnd end = row.end();
            String agency = question.agency();
            String dossier = question.dossierNumber();
            return new Row(
                    Objects.requireNonNull(desk.moment(question.at())),
                    joined(question.officerName(), question.officerId()),
                    agency == null ? question.client() : agencies.name(agency) + " (" + agency + ")",
                    dossier,
                    dossier == null ? null : Links.dossier(dossier),
                    joined(question.purpose(), question.legalBasis()),
                    String.join(", ", question.fields()),
                    question.register(),
                    end == null ? "INTERRUPTED" : end.outcome().name(),
                    end != null && end.cached());
        }

        private static String joined(@Nullable String one, @Nullable String other) {
            List<String> parts = java.util.stream.Stream.of(one, other)
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .map(Mask::text)
                    .toList();
            return parts.isEmpty() ? "–" : String.join(" · ", parts);
        }
    }
}
