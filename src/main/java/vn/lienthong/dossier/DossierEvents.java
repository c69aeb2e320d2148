package vn.lienthong.dossier;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

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
}
