package vn.lienthong.portal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.Channel;
import vn.lienthong.dossier.DossierContent.Party;
import vn.lienthong.dossier.DossierContent.PartyType;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.ProgressStep;
import vn.lienthong.dossier.StoredEvents;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.national.NationalDossierWriter;
import vn.lienthong.national.NationalSettings;
import vn.lienthong.national.NationalStepWriter;
import vn.lienthong.portal.session.ConnectorWorld;
import vn.lienthong.testing.TestDatabase;

/** The steps of the portal's routes over a real connector and a partner that a test plays. */
final class PortalWorld implements AutoCloseable {
    private static final Catalogue CATALOGUE = Catalogue.load(SchemaFiles.packed());

    private final StoredEvents events = new StoredEvents();
    private final ConnectorWorld world;
    private final PortalItems items;
    private int count;

    PortalWorld(TestDatabase database, URI partner) {
        this(new ConnectorWorld(
                database, partner, Map.of("read-timeout", "1s", "account.name", "of port " + partner.getPort())));
    }

    PortalWorld(ConnectorWorld world) {
        this.world = world;
        this.items = new PortalItems(
                events,
                new NationalDossierWriter(NationalSettings.defaults()),
                new NationalStepWriter(NationalSettings.defaults()),
                CATALOGUE.procedures(),
                CATALOGUE.agencies(),
                new PortalDocuments(events, null, null, null),
                world.contracts());
    }

    StoredEvents events() {
        return events;
    }

    /** A delivery of the next dossier's full state. */
    ClaimedDelivery state(DossierStatus status, String summary, boolean held, int faults) {
        count++;
        return ConnectorWorld.delivery(count, tell(status, summary, Map.of()), true, held, faults);
    }

    /** Stores a full state that says this. */
    UUID tell(DossierStatus status, String summary, Map<String, Object> national) {
        UUID id = UUID.randomUUID();
        events.add(new DossierEvent.StateTold(id, "", 1, Instant.EPOCH, content(status, summary, national)));
        return id;
    }

    ClaimedDelivery state() {
        return state(DossierStatus.ACCEPTED, "Khai sinh", false, 0);
    }

    /** A delivery of a step of the next dossier. */
    ClaimedDelivery step(String note) {
        count++;
        return ConnectorWorld.delivery(count, tellStep(note), false, true, 0);
    }

    /** Stores a step that says this. */
    UUID tellStep(String note) {
        UUID id = UUID.randomUUID();
        ProgressStep step = new ProgressStep(
                1L,
                OffsetDateTime.parse("2026-11-21T09:15:00+07:00"),
                "Trần Thị Mẫu",
                null,
                null,
                note,
                DossierStatus.IN_PROGRESS,
                null,
                null,
                Map.of());
        events.add(new DossierEvent.StepTold(id, "", 2, Instant.EPOCH, step));
        return id;
    }

    DeliveryBatch batch(ClaimedDelivery... deliveries) {
        return world.batch(List.of(deliveries), Duration.ofSeconds(20));
    }

    /** What the route of full states does. */
    DeliveryBatch push(ClaimedDelivery... deliveries) {
        DeliveryBatch batch = batch(deliveries);
        push(batch);
        return batch;
    }

    /** What the route of full states does. */
    void push(DeliveryBatch batch) {
        new ServiceReplyReader(world.tables())
                .read(world.connector().call(new ServiceCallWriter(items, world.contracts()).write(batch)));
    }

    /** What the route of steps does. */
    DeliveryBatch pushSteps(ClaimedDelivery... deliveries) {
        DeliveryBatch batch = batch(deliveries);
        pushSteps(batch);
        return batch;
    }

    /** What the route of steps does. */
    void pushSteps(DeliveryBatch batch) {
        push(batch);
    }

    /** What the routes that ask do. */
    DeliveryBatch ask(ClaimedDelivery... deliveries) {
        DeliveryBatch batch = batch(deliveries);
        ask(batch);
        return batch;
    }

    /** What the routes that ask do. */
    void ask(DeliveryBatch batch) {
        new ServiceReadBack(items, world.connector(), world.tables(), world.contracts()).ask(batch);
    }

    static DeliveryOutcome outcome(DeliveryBatch batch, ClaimedDelivery delivery) {
        return batch.outcomes().get(delivery.id());
    }

    @Override
    public void close() {
        world.close();
    }

    private static DossierContent content(DossierStatus status, String summary, Map<String, Object> national) {
        Party owner =
                new Party(PartyType.CITIZEN, "Nguyễn Văn Mẫu", "066090000011", null, null, null, null, null, null);
        OffsetDateTime accepted = OffsetDateTime.parse("2026-11-21T08:20:00+07:00");
        return new DossierContent(
                "1.001193",
                Channel.COUNTER,
                status,
                null,
                accepted,
                null,
                null,
                null,
                null,
                owner,
                null,
                summary,
                "H15.24133",
                "H15.24133",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                national);
    }
}
