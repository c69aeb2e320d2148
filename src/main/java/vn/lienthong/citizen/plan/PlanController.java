package vn.lienthong.citizen.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.citizen.plan.OnceOnlyPlan.Item;
import vn.lienthong.citizen.plan.OnceOnlyPlan.Step;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code /v1/dossiers/{n}/once-only-plan}. A foreign dossier is as if it were not there. */
@RestController
class PlanController {
    private final DossierRegister register;
    private final Procedures procedures;
    private final PlanMaker maker;
    private final Rights rights;

    PlanController(DossierRegister register, Procedures procedures, PlanMaker maker, Rights rights) {
        this.register = register;
        this.procedures = procedures;
        this.maker = maker;
        this.rights = rights;
    }

    @GetMapping("/v1/dossiers/{number}/once-only-plan")
    View plan(@PathVariable String number, Caller caller, HttpServletRequest request) {
        if (!caller.has(Scopes.OPERATOR_READ)) {
            rights.requireScope(caller, Scopes.DOSSIER_READ);
        }
        DossierRecord record = register.find(number)
                .filter(found -> rights.maySee(caller, found.agencies()))
                .orElseThrow(PlanController::unknown);
        DossierContent content = register.content(record).orElseThrow(PlanController::unknown);
        Optional<Procedure> procedure = procedures.find(content.procedureCode(), record.startedOn());
        OnceOnlyPlan plan = maker.plan(record, content, procedure.orElseThrow(PlanController::unlisted));
        return View.of(plan, RequestLanguage.of(request));
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier."));
    }

    private static ProblemException unlisted() {
        return new ProblemException(Problem.of(
                404,
                "PROCEDURE-UNKNOWN",
                "Danh mục không có thủ tục của hồ sơ này vào ngày tiếp nhận.",
                "The catalogue does not hold this dossier's procedure on the day of its acceptance."));
    }

    /** The plan in the caller's language. */
    record View(String dossierNumber, String procedureCode, List<Line> items, List<String> unlisted) {
        record Line(
                String componentCode,
                String name,
                boolean required,
                Step plan,
                @Nullable String source,
                @Nullable OffsetDateTime asOf,
                boolean submitted,
                String reason) {}

        static View of(OnceOnlyPlan plan, String language) {
            return new View(
                    plan.dossierNumber(),
                    plan.procedureCode(),
                    plan.items().stream().map(item -> line(item, language)).toList(),
                    plan.unlisted());
        }

        private static Line line(Item item, String language) {
            Instant asOf = item.asOf();
            return new Line(
                    item.componentCode(),
                    item.name(),
                    item.required(),
                    item.step(),
                    item.source(),
                    asOf == null ? null : asOf.atZone(GatewayClock.ZONE).toOffsetDateTime(),
                    item.submitted(),
                    item.reason().in(language));
        }
    }
}
