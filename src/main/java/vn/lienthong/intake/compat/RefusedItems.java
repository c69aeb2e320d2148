package vn.lienthong.intake.compat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * Puts what was refused before the agency's people, because today's software seldom looks at the answer. An item without
 * a readable number is noted too: such items of one agency are counted on one work item.
 */
@Component
class RefusedItems {
    private static final String CODE = "INTAKE-REFUSED";

    private final WorkItems workItems;
    private final MeterRegistry registry;

    RefusedItems(WorkItems workItems, MeterRegistry registry) {
        this.workItems = workItems;
        this.registry = registry;
    }

    /** Notes the items of a call that were refused for good; what may be sent again is the caller's to send again. */
    @Transactional
    public void note(String agency, List<NotStored> items) {
        List<NewWorkItem> found = new ArrayList<>();
        for (NotStored item : items) {
            count(item.problem());
            if (isFinal(item.problem())) {
                found.add(workItem(agency, item.number(), item.problem()));
            }
        }
        workItems.open(found);
    }

    /** Notes that a whole call with dossiers or steps was refused. */
    @Transactional
    public void note(Caller caller, Problem problem) {
        count(problem);
        String agency = caller.agency();
        if (agency != null && isFinal(problem)) {
            workItems.open(List.of(workItem(agency, null, problem)));
        }
    }

    private void count(Problem problem) {
        registry.counter("lienthong.intake.refused", "code", problem.code()).increment();
    }

    private static boolean isFinal(Problem problem) {
        CompatCode code = CompatCode.of(problem);
        return code != CompatCode.LATER && code != CompatCode.INTERNAL;
    }

    private static NewWorkItem workItem(String agency, @Nullable String stated, Problem problem) {
        String number = DossierNumber.parse(stated).isPresent() ? stated : null;
        return new NewWorkItem(
                CODE,
                number,
                agency,
                null,
                null,
                new Bilingual(
                        "Bị từ chối khi nhận (" + problem.code() + "): "
                                + problem.text().vi(),
                        "Refused at intake (" + problem.code() + "): "
                                + problem.text().en()));
    }
}
