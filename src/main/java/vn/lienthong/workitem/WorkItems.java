package vn.lienthong.workitem;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Page;

/** What waits for a person. */
@Component
public class WorkItems {
    private final WorkItemRepository items;

    WorkItems(WorkItemRepository items) {
        this.items = items;
    }

    /** Opens these in the caller's transaction; one already open for the same cause is counted up instead. */
    public void open(List<NewWorkItem> found) {
        if (!found.isEmpty()) {
            items.open(found);
        }
    }

    /** Resolves what was open about these deliveries, because they settled without a person. */
    public void settleDeliveries(Collection<Long> deliveryIds, String resolution) {
        items.settleDeliveries(deliveryIds, resolution);
    }

    /** Resolves what was open about a dossier under this code, because it settled without a person. */
    public void settle(String code, String dossierNumber, String resolution) {
        items.settle(code, dossierNumber, resolution);
    }

    /** One item. */
    public Optional<WorkItem> find(UUID id) {
        return items.find(id);
    }

    /** Items that match, newest first. */
    public Page<WorkItem> search(WorkItemFilter filter) {
        return items.search(filter);
    }

    /**
     * Resolves one item.
     *
     * @return false when it was resolved before
     */
    public boolean resolve(UUID id, String by, String resolution) {
        return items.resolve(id, by, resolution);
    }
}
