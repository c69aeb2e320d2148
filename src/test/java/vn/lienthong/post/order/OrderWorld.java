package vn.lienthong.post.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.access.TestAccess;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.Lease;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.TestEvidence;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.post.PostCodes;
import vn.lienthong.post.tracking.TrackingWorld;
import vn.lienthong.simulator.Simulator;
import vn.lienthong.simulator.SimulatorSettings;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.PostTwin;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.testing.WorkFolder;

/** Orders on a real database, given to the post's twin over real sockets. */
public final class OrderWorld implements AutoCloseable {
    public final TrackingWorld tracking;
    public final PostTwin twin;
    public final Orders orders;
    public final PostLine line;
    public final Partners partners;
    final OrderRepository rows;
    final PostOrderDesk desk;
    final PostOrderQuestion question;
    final Cancellation cancellation;
    final OrderProperties settings;
    private final Simulator simulator;
    private final PartnerHttp http;
    private long count;

    /** With these settings of {@code lienthong.post.order} beside the usual ones. */
    public OrderWorld(TestDatabase database, Map<String, String> more) {
        tracking = new TrackingWorld(database);
        simulator = Simulator.start(
                new SimulatorSettings("127.0.0.1", 0, WorkFolder.fresh("post"), Duration.ofMinutes(30)));
        twin = new PostTwin(simulator.url());
        settings = settings(more);
        partners = TestPartners.of(
                "post.url=" + simulator.url() + "/post",
                "post.kinds=result",
                "post.connect-timeout=1s",
                "post.read-timeout=2s");
        var clock = tracking.dossiers.clock;
        http = new PartnerHttp(partners, clock);
        PostCodes codes = new PostCodes(SchemaFiles.packed());
        line = new PostLine(http, partners, new ClientTokens(http, partners, clock), codes, settings);
        rows = new OrderRepository(tracking.dossiers.jdbc);
        orders =
                new Orders(rows, tracking.parcels, tracking.dossiers.deliveries, tracking.dossiers.workItems, settings);
        Evidence evidence = TestEvidence.in(tracking.dossiers.jdbc, tracking.dossiers.seal);
        OrderReplyReader reader = new OrderReplyReader(codes);
        desk = new PostOrderDesk(
                new OrderContents(tracking.dossiers.events),
                new ParcelMaker(new Regions(SchemaFiles.packed()), settings, clock),
                orders,
                new OrderWriter(settings),
                line,
                reader,
                evidence,
                tracking.dossiers.workItems,
                settings);
        question = new PostOrderQuestion(orders, tracking.dossiers.deliveries, settings);
        cancellation = new Cancellation(
                rows,
                line,
                reader,
                evidence,
                TestAccess.audit(org.springframework.jdbc.core.simple.JdbcClient.create(tracking.dossiers.jdbc), clock),
                settings);
    }

    static OrderProperties settings(Map<String, String> more) {
        Map<String, String> values = new java.util.HashMap<>(Map.of(
                "key", "lienthong",
                "secret.value", "sandbox-post",
                "cancel-path", "/apiVNPostNGSP/p1.0/order/cancel",
                "customers[0].agency", "H15",
                "customers[0].code", "BCCI-H15",
                "customers[0].name", "Trung tâm Mẫu",
                "customers[0].address", "Đường Mẫu",
                "customers[0].phone", "02620000000",
                "customers[0].province", "63"));
        values.putAll(more);
        Map<String, String> all = new java.util.HashMap<>();
        values.forEach((name, value) -> all.put("lienthong.post.order." + name, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("lienthong.post.order", OrderProperties.class)
                .get();
    }

    /** A delivery of a processed dossier whose applicant can be reached. */
    public ClaimedDelivery delivery(String dossier) {
        return delivery(dossier, body -> {});
    }

    ClaimedDelivery delivery(String dossier, Consumer<ObjectNode> change) {
        count++;
        UUID event = tracking.dossiers.transaction.execute(status -> ((DossierAnswer.Accepted) tracking.dossiers
                        .register
                        .apply(
                                List.of(Tellings.state(
                                        dossier, count, Tellings.content(DossierStatus.PROCESSED, body -> {
                                            ((ObjectNode) body.path("applicant"))
                                                    .put("address", "Số 1, phường Buôn Ma Thuột, tỉnh Đắk Lắk");
                                            change.accept(body);
                                        }))),
                                Map.of())
                        .getFirst())
                .eventId());
        // far from the numbers of the deliveries to the portal
        return again(dossier, 1_000_000 + count, event);
    }

    static ClaimedDelivery again(String dossier, long id, UUID event) {
        return new ClaimedDelivery(id, dossier, event, "result", true, MadeUp.WARD, "H15", 1, 0, false, null);
    }

    /** What sending comes to. */
    public DeliveryOutcome send(ClaimedDelivery delivery) {
        DeliveryBatch batch = batch(delivery);
        // as a bean of the route it would be inside no transaction of its own
        desk.send(batch);
        return batch.outcomes().get(delivery.id());
    }

    DeliveryOutcome ask(ClaimedDelivery delivery) {
        DeliveryBatch batch = batch(delivery);
        question.ask(batch);
        return batch.outcomes().get(delivery.id());
    }

    DeliveryBatch batch(ClaimedDelivery delivery) {
        return new DeliveryBatch(
                "post",
                "result",
                Lease.starting(tracking.dossiers.clock, Ids.next(), Duration.ofSeconds(20)),
                List.of(delivery));
    }

    PlacedOrder order(String dossier) {
        return rows.last(dossier).orElseThrow();
    }

    @Override
    public void close() {
        http.destroy();
        simulator.close();
        tracking.close();
    }
}
