package vn.lienthong.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierEvent.ResultTold;

/** The events of dossiers as they were committed, for those who build messages from them. */
@Component
public class DossierEvents {
    private final EventRepository events;

    DossierEvents(EventRepository events) {
        this.events = events;
    }

    /** The events with these ids, in one read; every id must exist. */
    public Map<UUID, DossierEvent> load(Collection<UUID> ids) {
        return events.load(ids);
    }

    /** The results attached to these dossiers so far, oldest first; dossiers without any are left out. */
    public Map<String, List<ResultTold>> results(Collection<String> numbers) {
        return events.results(numbers);
    }

    /** The full state that each of these results was attached to: the last one told before it. */
    public Map<UUID, DossierContent> statesBefore(Collection<ResultTold> results) {
        return statesBefore(results, Set.of());
    }

    /** The same, as if these events had not been told; a result with no other state before it is left out. */
    public Map<UUID, DossierContent> statesBefore(Collection<ResultTold> results, Set<UUID> without) {
        return results.isEmpty() ? Map.of() : events.statesBefore(results, without);
    }
}
