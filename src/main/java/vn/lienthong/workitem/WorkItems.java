package vn.lienthong.workitem;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.kernel.Page;

/** What waits for a person. */
@Component
public class WorkItems {
    private final WorkItemRepository items;
    private final ObjectProvider<WorkItemListener> listeners;

    WorkItems(WorkItemRepository items, ObjectProvider<WorkItemListener> listeners) {
        this.items = items;
        this.listeners = listeners;
    }

    /** Opens these in the caller's transaction, or in one of its own; one already open for the same cause is counted up instead. */
    @Transactional
    public void open(List<NewWorkItem> found) {
        if (!found.isEmpty()) {
            items.open(found).forEach((id, item) -> listeners.forEach(listener -> listener.opened(id, item)));
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

    /** Hands what is open about a dossier from one agency to another, because the dossier went over. */
    public void rehome(String dossierNumber, String from, String to) {
        items.rehome(dossierNumber, from, to);
    }

    /** One item. */
    public Optional<WorkItem> find(UUID id) {
        return items.find(id);
    }

    /** How many are open of each kind. */
    public List<OpenKind> openByCode() {
        return items.openByCode();
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

    /** Open items of one code. */
    public record OpenKind(String code, long count) {}
}
