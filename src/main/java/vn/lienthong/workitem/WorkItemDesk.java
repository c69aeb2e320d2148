package vn.lienthong.workitem;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Where work items are resolved by hand, with the entry in the audit. */
@Component
public class WorkItemDesk {
    private final WorkItems items;
    private final Audit audit;

    WorkItemDesk(WorkItems items, Audit audit) {
        this.items = items;
        this.audit = audit;
    }

    /**
     * Resolves an item in the name of a caller whose right was checked. Refuses with 404 an unknown one, with 409 one that
     * was resolved before.
     */
    @Transactional
    public WorkItem resolve(UUID id, Caller caller, String reason) {
        WorkItem item = items.find(id).orElseThrow(WorkItemDesk::unknown);
        if (!items.resolve(id, caller.name(), reason)) {
            throw new ProblemException(Problem.of(
                    409,
                    "WORK-ITEM-RESOLVED",
                    "Việc này đã được " + item.resolvedBy() + " giải quyết.",
                    "This work item was resolved before, by " + item.resolvedBy() + "."));
        }
        audit.record(caller, "work-item.resolve", "work-item:" + id, reason, Audit.Outcome.DONE);
        return items.find(id).orElseThrow();
    }

    static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "WORK-ITEM-NOT-FOUND", "Không có việc này.", "There is no such work item."));
    }
}
