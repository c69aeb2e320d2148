package vn.lienthong.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import vn.lienthong.dossier.DossierJson;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.national.NationalDossierWriter;
import vn.lienthong.national.NationalNames;
import vn.lienthong.national.NationalStepWriter;
import vn.lienthong.national.NationalWriting;
import vn.lienthong.portal.session.ItemForm;
import vn.lienthong.portal.session.ServiceContract;
import vn.lienthong.portal.session.ServiceContracts;

/**
 * Builds items in the partner's form from the events that deliveries name, all events in one read. An item that fails
 * leaves the others unharmed. Names are those of the catalogue on the day of reception.
 */
@Component
class PortalItems {
    private static final Logger LOG = LoggerFactory.getLogger(PortalItems.class);
    private static final String NATIONAL = "national";
    private static final int MOST_FINDINGS = 5;

    private final DossierEvents events;
    private final NationalDossierWriter dossiers;
    private final NationalStepWriter steps;
    private final Procedures procedures;
    private final Agencies agencies;
    private final PortalDocuments documents;
    private final ServiceContracts contracts;

    PortalItems(
            DossierEvents events,
            NationalDossierWriter dossiers,
            NationalStepWriter steps,
            Procedures procedures,
            Agencies agencies,
            PortalDocuments documents,
            ServiceContracts contracts) {
        this.events = events;
        this.dossiers = dossiers;
        this.steps = steps;
        this.procedures = procedures;
        this.agencies = agencies;
        this.documents = documents;
        this.contracts = contracts;
    }

    /** What each delivery says in the partner's form. */
    Map<ClaimedDelivery, ItemWriting> build(String partner, Collection<ClaimedDelivery> deliveries) {
        ServiceContract contract = contracts.of(partner);
        List<UUID> ids =
                deliveries.stream().map(ClaimedDelivery::eventId).distinct().toList();
        Map<UUID, DossierEvent> loaded = ids.isEmpty() ? Map.of() : events.load(ids);
        // a link opens a document: none is made for a form that has no place for it
        boolean linked = deliveries.stream()
                .anyMatch(
                        delivery -> ItemForm.uses(contract.kind(delivery.kind()).form(), NATIONAL));
        Map<UUID, PortalDocuments.Told> full = documents.full(partner, loaded.values(), linked);
        Map<ClaimedDelivery, ItemWriting> built = new LinkedHashMap<>();
        deliveries.forEach(delivery -> built.put(
                delivery,
                write(
                        contract.kind(delivery.kind()).form(),
                        delivery,
                        loaded.get(delivery.eventId()),
                        full.get(delivery.eventId()))));
        return built;
    }

    private ItemWriting write(
            ItemForm form,
            ClaimedDelivery delivery,
            @Nullable DossierEvent event,
            PortalDocuments.@Nullable Told full) {
        Optional<DossierNumber> number = DossierNumber.parse(delivery.dossierNumber());
        if (event == null || number.isEmpty() || (full == null && delivery.fullState())) {
            LOG.error("Delivery {} names an event or a number that does not exist", delivery.id());
            return new ItemWriting.Unbuildable(null);
        }
        try {
            return form instanceof ItemForm.Own own
                    ? own(own, delivery, number.get(), event, full)
                    : national(number.get(), event, full);
        } catch (RuntimeException bug) {
            LOG.error("Delivery {} cannot be written in the partner's form", delivery.id(), bug);
            return new ItemWriting.Unbuildable(null);
        }
    }

    private ItemWriting own(
            ItemForm.Own form,
            ClaimedDelivery delivery,
            DossierNumber number,
            DossierEvent event,
            PortalDocuments.@Nullable Told full) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.putObject("message")
                .put("number", number.value())
                .put("version", event.version())
                .put("event", event.id().toString())
                .put("unit", delivery.unitCode())
                .put("acceptedAt", event.acceptedAt().toString());
        if (ItemForm.uses(form, NATIONAL)) {
            ItemWriting national = national(number, event, full);
            if (!(national instanceof ItemWriting.Written written)) {
                return national;
            }
            told.set(NATIONAL, written.item());
        }
        if (full != null) {
            told.set("dossier", DossierJson.mapper().valueToTree(full.content()));
            NationalNames names = names(number, full.content());
            told.putObject("names")
                    .put("procedure", names.procedureName())
                    .put("sectorCode", names.sectorCode())
                    .put("sector", names.sectorName())
                    .put("agency", names.agencyName());
        } else if (event instanceof DossierEvent.StepTold step) {
            told.set("step", DossierJson.mapper().valueToTree(step.step()));
        }
        return FormWriter.write(form, told);
    }

    private ItemWriting national(DossierNumber number, DossierEvent event, PortalDocuments.@Nullable Told full) {
        if (full != null) {
            return written(dossiers.write(number, full.content(), names(number, full.content()), full.links()));
        }
        return event instanceof DossierEvent.StepTold told
                ? written(steps.write(number, told.step()))
                : new ItemWriting.Unbuildable(null);
    }

    private static ItemWriting written(NationalWriting writing) {
        return switch (writing) {
            case NationalWriting.Written fit -> new ItemWriting.Written(fit.item());
            case NationalWriting.Unbuildable unfit ->
                new ItemWriting.Unsendable(unfit.findings().stream()
                        .map(finding -> finding.field() + ": " + finding.text().both())
                        .limit(MOST_FINDINGS)
                        .collect(Collectors.joining("; ")));
        };
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
