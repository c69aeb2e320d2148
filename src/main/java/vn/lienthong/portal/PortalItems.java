package vn.lienthong.portal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierEvents;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.national.NationalDossierWriter;
import vn.lienthong.national.NationalNames;
import vn.lienthong.national.NationalStepWriter;
import vn.lienthong.national.NationalWriting;

/**
 * Builds national items from the events that deliveries name, all events in one read. An item that fails leaves the
 * others unharmed. Names are those of the catalogue on the day of reception.
 */
@Component
class PortalItems {
    private static final Logger LOG = LoggerFactory.getLogger(PortalItems.class);

    private final DossierEvents events;
    private final NationalDossierWriter dossiers;
    private final NationalStepWriter steps;
    private final Procedures procedures;
    private final Agencies agencies;
    private final PortalDocuments documents;

    PortalItems(
            DossierEvents events,
            NationalDossierWriter dossiers,
            NationalStepWriter steps,
            Procedures procedures,
            Agencies agencies,
            PortalDocuments documents) {
        this.events = events;
        this.dossiers = dossiers;
        this.steps = steps;
        this.procedures = procedures;
        this.agencies = agencies;
        this.documents = documents;
    }

    /** What each delivery says; nothing for one whose event cannot be turned into an item because of a fault of ours. */
    Map<ClaimedDelivery, Optional<NationalWriting>> build(Collection<ClaimedDelivery> deliveries) {
        List<UUID> ids =
                deliveries.stream().map(ClaimedDelivery::eventId).distinct().toList();
        Map<UUID, DossierEvent> loaded = ids.isEmpty() ? Map.of() : events.load(ids);
        Map<UUID, PortalDocuments.Told> full = documents.full(loaded.values());
        Map<ClaimedDelivery, Optional<NationalWriting>> built = new LinkedHashMap<>();
        deliveries.forEach(delivery ->
                built.put(delivery, write(delivery, loaded.get(delivery.eventId()), full.get(delivery.eventId()))));
        return built;
    }

    private Optional<NationalWriting> write(
            ClaimedDelivery delivery, @Nullable DossierEvent event, PortalDocuments.@Nullable Told full) {
        Optional<DossierNumber> number = DossierNumber.parse(delivery.dossierNumber());
        if (event == null || number.isEmpty() || (full == null && delivery.fullState())) {
            LOG.error("Delivery {} names an event or a number that does not exist", delivery.id());
            return Optional.empty();
        }
        try {
            if (full != null) {
                return Optional.of(dossiers.write(
                        number.get(), full.content(), names(number.get(), full.content()), full.links()));
            }
            return event instanceof DossierEvent.StepTold told
                    ? Optional.of(steps.write(number.get(), told.step()))
                    : Optional.empty();
        } catch (RuntimeException bug) {
            LOG.error("Delivery {} cannot be written in the national form", delivery.id(), bug);
            return Optional.empty();
        }
    }

    private NationalNames names(DossierNumber number, DossierContent content) {
        LocalDate on = number.received();
        Optional<Procedure> procedure = procedures.find(content.procedureCode(), on);
        return new NationalNames(
                procedure.map(Procedure::name).orElse(null),
                procedure.map(found -> found.sector().code()).orElse(null),
                procedure.map(found -> found.sector().name()).orElse(null),
                agencies.name(content.competentAgency()));
    }
}
