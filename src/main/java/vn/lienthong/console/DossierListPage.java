package vn.lienthong.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.access.Act;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.Page;

/**
 * {@code /dossiers}: lists what was accepted, by filter, and finds a dossier by its number, by how that begins, or by what
 * else leads to it. Never by a person's number or name: they would stand in the address; {@code found} names what a search
 * for a person left in the session.
 */
@Controller
class DossierListPage {
    private static final int MOST = 100;
    private static final int ROWS = 50;
    private static final int SHORTEST = 6;

    private final DossierRegister register;
    private final Finder finder;

    DossierListPage(DossierRegister register, Finder finder) {
        this.register = register;
        this.finder = finder;
    }

    @GetMapping("/dossiers")
    String search(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String found,
            HttpServletRequest request,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        DossierQuery query = DossierQuery.of(number, status, procedure, agency, from, until);
        String wanted = query.number();
        boolean person = wanted != null && SavedQuery.isPersonal(wanted);
        if (wanted != null && !person) {
            String only = finder.only(wanted);
            if (only != null) {
                return "redirect:" + only;
            }
        }
        boolean tooShort = !person && wanted != null && wanted.length() < SHORTEST;
        page.addAttribute("number", person ? null : wanted);
        page.addAttribute("person", person);
        page.addAttribute("query", query);
        page.addAttribute("listed", false);
        page.addAttribute("statuses", DossierStatus.values());
        page.addAttribute("tooShort", tooShort);
        page.addAttribute("closed", desk.closed(Act.FIND_PERSON));
        String token = Input.condition(found);
        if (token != null) {
            return showFound(FoundDossiers.of(request.getSession(false), token, desk.now()), desk, page);
        }
        if (wanted != null) {
            page.addAttribute("rows", person || tooShort ? List.of() : rows(register.startingWith(wanted, MOST), desk));
            return "console/dossiers";
        }
        Page<DossierRecord> accepted = register.search(query.filter(Input.condition(after), ROWS));
        page.addAttribute("listed", true);
        page.addAttribute("rows", rows(accepted.items(), desk));
        page.addAttribute("first", after == null ? null : query.link(null));
        page.addAttribute("next", accepted.next() == null ? null : query.link(accepted.next()));
        return "console/dossiers";
    }

    private static List<DossierRow> rows(List<DossierRecord> records, Desk desk) {
        return records.stream().map(record -> DossierRow.of(record, desk)).toList();
    }

    private String showFound(@Nullable FoundDossiers kept, Desk desk, Model page) {
        page.addAttribute("over", kept == null);
        page.addAttribute("found", kept);
        Map<String, DossierRecord> records = kept == null ? Map.of() : register.find(kept.numbers());
        page.addAttribute(
                "rows",
                rows(
                        kept == null
                                ? List.of()
                                : kept.numbers().stream()
                                        .map(records::get)
                                        .filter(Objects::nonNull)
                                        .toList(),
                        desk));
        return "console/dossiers";
    }
}
