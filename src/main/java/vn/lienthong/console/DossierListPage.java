package vn.lienthong.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.dossier.DossierRegister;

/** {@code /dossiers}: finds a dossier by its number or by how that begins. Never by a person's number: it would stand in the address. */
@Controller
class DossierListPage {
    private static final int ROWS = 100;
    private static final int SHORTEST = 6;

    private final DossierRegister register;

    DossierListPage(DossierRegister register) {
        this.register = register;
    }

    @GetMapping("/dossiers")
    String search(
            @RequestParam(required = false) @Nullable String number,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        String wanted = Input.condition(number);
        boolean person = wanted != null && wanted.matches("[0-9]{9}|[0-9]{12}");
        if (wanted != null && !person && register.find(wanted).isPresent()) {
            return "redirect:" + Links.dossier(wanted);
        }
        page.addAttribute("number", person ? null : wanted);
        page.addAttribute("person", person);
        page.addAttribute("tooShort", !person && wanted != null && wanted.length() < SHORTEST);
        page.addAttribute(
                "rows",
                wanted == null || person || wanted.length() < SHORTEST
                        ? List.of()
                        : register.startingWith(wanted, ROWS).stream()
                                .map(record -> DossierRow.of(record, desk))
                                .toList());
        return "console/dossiers";
    }
}
