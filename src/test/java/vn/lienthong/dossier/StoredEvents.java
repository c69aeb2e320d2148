package vn.lienthong.dossier;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events that a test told, as if they had been committed; counts how often they are read. */
public final class StoredEvents extends DossierEvents {
    private final Map<UUID, DossierEvent> events = new LinkedHashMap<>();
    private int reads;

    /** None yet. */
    public StoredEvents() {
        super(null);
    }

    /** Adds one. */
    public void add(DossierEvent event) {
        events.put(event.id(), event);
    }

    /** How many reads there were. */
    public int reads() {
        return reads;
    }

    @Override
    public Map<String, List<DossierEvent.ResultTold>> results(Collection<String> numbers) {
        return Map.of();
    }

    @Override
    public Map<UUID, DossierEvent> load(Collection<UUID> ids) {
        reads++;
        Map<UUID, DossierEvent> found = new LinkedHashMap<>(events);
        found.keySet().retainAll(ids);
        return found;
    }
}
