package vn.lienthong.linked;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.catalogue.calendar.Standing;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.GatewayClock;
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
                linked.legs(parent).orElse(List.of()).stream().map(View::of).toList());
    }

    record Legs(String dossierNumber, List<View> items) {}

    /** A leg in an answer. */
    record View(
            String code,
            String name,
            String procedureCode,
            List<String> after,
            LegView.State state,
            @Nullable String dossierNumber,
            @Nullable OffsetDateTime readyAt,
            @Nullable OffsetDateTime beganAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable Standing standing,
            boolean early) {
        static View of(LegView view) {
            LegDossier dossier = view.dossier();
            return new View(
                    view.leg().code(),
                    view.leg().name(),
                    view.leg().procedure(),
                    view.leg().after(),
                    view.state(),
                    dossier == null ? null : dossier.number(),
                    local(view.ready()),
                    dossier == null ? null : local(dossier.began()),
                    local(view.due()),
                    dossier == null ? null : local(dossier.ended()),
                    view.standing(),
                    view.early());
        }

        private static @Nullable OffsetDateTime local(@Nullable Instant instant) {
            return instant == null ? null : instant.atZone(GatewayClock.ZONE).toOffsetDateTime();
        }
    }
}
