package vn.lienthong.linked;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code GET /v1/dossiers/{n}/legs}: how the parts of a linked dossier stand, each by its own clock. */
@RestController
class LegController {
    private final LinkedDossiers linked;
    private final DossierRegister dossiers;
    private final Rights rights;

    LegController(LinkedDossiers linked, DossierRegister dossiers, Rights rights) {
        this.linked = linked;
        this.dossiers = dossiers;
        this.rights = rights;
    }

    @GetMapping("/v1/dossiers/{number}/legs")
    Legs legs(@PathVariable String number, Caller caller) {
        if (!caller.has(Scopes.OPERATOR_READ)) {
            rights.requireScope(caller, Scopes.DOSSIER_READ);
        }
        DossierRecord parent = dossiers.find(number)
                .filter(record -> rights.maySee(caller, record.agencies()))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier.")));
        return new Legs(
                number,
                linked.legs(parent).orElse(List.of()).stream()
                        .map(LinkedView::of)
                        .toList());
    }

    record Legs(String dossierNumber, List<LinkedView> items) {}
}
