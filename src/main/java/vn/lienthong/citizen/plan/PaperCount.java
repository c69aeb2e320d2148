package vn.lienthong.citizen.plan;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.citizen.plan.OnceOnlyPlan.Item;
import vn.lienthong.citizen.plan.OnceOnlyPlan.Step;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;

/** Counts the required papers of a dossier's plan. */
@Component
public class PaperCount {
    /** A paper that is in the dossier, but that nobody had to bring. */
    private static final Set<String> BROUGHT_BY_NOBODY = Set.of("NATIONAL_STORE", "EARLIER_PAPER", "EARLIER_RESULT");

    private final DossierRegister register;
    private final Procedures procedures;
    private final PlanMaker maker;

    PaperCount(DossierRegister register, Procedures procedures, PlanMaker maker) {
        this.register = register;
        this.procedures = procedures;
        this.maker = maker;
    }

    /**
     * What became of a dossier's papers.
     *
     * @param papers that the procedure requires
     * @param avoided of them, those that nobody had to bring
     * @param asked of them, those for which a register could still be asked
     */
    public record Papers(String procedureCode, int papers, int avoided, int asked) {}

    /** The count; none where the catalogue does not hold the procedure or only steps were told. */
    public Optional<Papers> of(DossierRecord dossier) {
        if (dossier.acceptedAt() == null) {
            return Optional.empty();
        }
        return register.content(dossier)
                .flatMap(content -> procedures
                        .find(content.procedureCode(), dossier.startedOn())
                        .map(procedure -> count(maker.plan(dossier, content, procedure))));
    }

    private static Papers count(OnceOnlyPlan plan) {
        int papers = 0;
        int avoided = 0;
        int asked = 0;
        for (Item item : plan.items()) {
            if (!item.required()) {
                continue;
            }
            papers++;
            boolean brought = item.submitted() && !BROUGHT_BY_NOBODY.contains(String.valueOf(item.source()));
            if (item.step() == Step.NOT_NEEDED && !brought) {
                avoided++;
            }
            if (item.step() == Step.ASK && !item.submitted()) {
                asked++;
            }
        }
        return new Papers(plan.procedureCode(), papers, avoided, asked);
    }
}
