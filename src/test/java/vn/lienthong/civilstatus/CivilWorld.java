package vn.lienthong.civilstatus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.civilstatus.wire.CivilStatusLine;
import vn.lienthong.civilstatus.wire.TestLine;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.Lease;
import vn.lienthong.document.DocumentWorld;
import vn.lienthong.document.Reception;
import vn.lienthong.document.Results;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierEvent.FactsTold;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.TestEvidence;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.simulator.Simulator;
import vn.lienthong.simulator.SimulatorSettings;
import vn.lienthong.testing.Http;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.testing.WorkFolder;
import vn.lienthong.workitem.WorkItem;

/** Registrations on a real database, spoken of with the platform's twin over real sockets. */
public final class CivilWorld implements AutoCloseable {
    public static final String BIRTH = "1.001193";

    public final DossierWorld dossiers;
    final Evidence evidence;
    final RegistrationRepository rows;
    final RegistrationLook look;
    private final CivilStatusRegistration push;
    private final Simulator simulator;
    private final PartnerHttp http;
    private final String url;

    public CivilWorld() {
        this((String) null);
    }

    /** One that speaks to somebody else than the twin. */
    CivilWorld(@org.jspecify.annotations.Nullable String elsewhere) {
        this(elsewhere, new DossierWorld(TestDatabase.fresh()), null, null);
    }

    /** One whose papers become results. */
    CivilWorld(DocumentWorld documents) {
        this(null, documents.dossiers, documents.reception(), documents.results);
    }

    private CivilWorld(
            @org.jspecify.annotations.Nullable String elsewhere,
            DossierWorld dossiers,
            Reception reception,
            Results results) {
        this.dossiers = dossiers;
        simulator = Simulator.start(
                new SimulatorSettings("127.0.0.1", 0, WorkFolder.fresh("civil"), Duration.ofMinutes(30)));
        url = elsewhere == null ? simulator.url() + "/civil-status" : elsewhere;
        Partners partners = TestPartners.of(
                "civil-status.url=" + url,
                "civil-status.kinds=registration",
                "civil-status.connect-timeout=1s",
                "civil-status.read-timeout=2s",
                "civil-status.breaker.least=1000");
        http = new PartnerHttp(partners, dossiers.clock);
        evidence = TestEvidence.in(dossiers.jdbc, dossiers.seal);
        CivilStatusLine line = TestLine.open(http, partners, evidence, dossiers.clock);
        rows = new RegistrationRepository(dossiers.jdbc);
        var registers = new StaticListableBeanFactory();
        registers.addBean("register", dossiers.register);
        dossiers.listen(new RegistrationOrders(
                rows,
                dossiers.deliveries,
                registers.getBeanProvider(DossierRegister.class),
                TestLine.contract(),
                TestLine.settings(),
                dossiers.workItems,
                dossiers.clock));
        push = new CivilStatusRegistration(dossiers.events, TestLine.contract(), TestLine.settings(), line);
        look = look(line, partners, reception, results);
    }

    private RegistrationLook look(CivilStatusLine line, Partners partners, Reception reception, Results results) {
        ReadingStore store = new ReadingStore(
                rows,
                dossiers.register,
                new Receipts(dossiers.deliveries, dossiers.acknowledgements, dossiers.clock),
                evidence,
                new RegistrationFindings(dossiers.workItems),
                TestLine.contract(),
                new Certificates(
                        TestLine.contract(),
                        reception,
                        results,
                        dossiers.register,
                        dossiers.deliveries,
                        evidence,
                        dossiers.transaction),
                TestLine.settings(),
                dossiers.clock,
                dossiers.transaction);
        return new RegistrationLook(rows, store, line, TestLine.contract(), partners, dossiers.clock);
    }

    /** A new leg of a new linked dossier. */
    public String leg(String procedure) {
        return leg(procedure, MadeUp.number());
    }

    /** A new leg of this linked dossier. */
    public String leg(String procedure, String parent) {
        String number = MadeUp.number();
        tell(
                number,
                1,
                DossierStatus.ACCEPTED,
                body -> body.put("procedureCode", procedure).put("parent", parent));
        return number;
    }

    public void tell(String number, long revision, DossierStatus status, Consumer<ObjectNode> change) {
        DossierContent content = Tellings.content(status, change);
        List<DossierAnswer> answers = dossiers.transaction.execute(
                done -> dossiers.register.apply(List.of(Tellings.state(number, revision, content)), Map.of()));
        if (!(answers.getFirst() instanceof DossierAnswer.Accepted)) {
            throw new AssertionError(answers.getFirst());
        }
    }

    /** What goes or went to the platform, oldest first. */
    List<Delivery> deliveries(String number) {
        return dossiers.deliveries.ofDossier(number).stream()
                .filter(delivery -> delivery.partner().equals(CivilStatusLine.PARTNER))
                .toList();
    }

    /** Hands the newest over, as the route does. */
    DeliveryOutcome send(String number) {
        ClaimedDelivery delivery = claimed(deliveries(number).getLast());
        DeliveryBatch batch = batch(delivery);
        push.send(batch);
        return batch.outcomes().get(delivery.id());
    }

    DeliveryOutcome ask(String number) {
        ClaimedDelivery delivery = claimed(deliveries(number).getLast());
        DeliveryBatch batch = batch(delivery);
        push.ask(batch);
        return batch.outcomes().get(delivery.id());
    }

    /** Hands the newest over and writes that down. */
    public void sent(String number) {
        DeliveryOutcome outcome = send(number);
        if (!(outcome instanceof DeliveryOutcome.Sent)) {
            throw new AssertionError(outcome);
        }
        dossiers.jdbc.update(
                "update delivery set state = 'SENT', attempts = 1 where id = ?",
                deliveries(number).getLast().id());
    }

    /** So many looks, a pause between each and the next. */
    public void look(int times) {
        for (int i = 0; i < times; i++) {
            look.look();
            dossiers.clock.advance(Duration.ofSeconds(2));
        }
    }

    RegistrationState state(String number) {
        return rows.state(number).orElseThrow();
    }

    /** What was learned of a dossier, oldest first. */
    public List<FactsTold> facts(String number) {
        return dossiers.register.history(number).stream()
                .filter(FactsTold.class::isInstance)
                .map(FactsTold.class::cast)
                .toList();
    }

    List<String> workItems(String number) {
        return dossiers.workItems(number).stream().map(WorkItem::code).toList();
    }

    JsonNode registration(String number) {
        for (JsonNode one : Http.send("GET", simulator.url() + "/__sim/civil-status/registrations", null)
                .expect(200)
                .json()
                .path("registrations")) {
            if (one.path("number").asText().equals(number)) {
                return one;
            }
        }
        throw new AssertionError("The twin holds no " + number);
    }

    JsonNode stats() {
        return Http.send("GET", simulator.url() + "/__sim/civil-status/stats", null)
                .expect(200)
                .json();
    }

    /** Turns a knob of the twin: {@code faults}, {@code behaviour} or {@code registrations/<number>}. */
    public void set(String knob, String json) {
        Http.send("PUT", simulator.url() + "/__sim/civil-status/" + knob, json).expect(200);
    }

    JdbcTemplate jdbc() {
        return dossiers.jdbc;
    }

    private static ClaimedDelivery claimed(Delivery delivery) {
        return new ClaimedDelivery(
                delivery.id(),
                delivery.dossierNumber(),
                delivery.eventId(),
                delivery.kind(),
                true,
                delivery.agency(),
                "H15",
                1,
                0,
                false,
                null);
    }

    private DeliveryBatch batch(ClaimedDelivery delivery) {
        return new DeliveryBatch(
                CivilStatusLine.PARTNER,
                RegistrationOrders.KIND,
                Lease.starting(dossiers.clock, UUID.randomUUID(), Duration.ofSeconds(20)),
                List.of(delivery));
    }

    @Override
    public void close() {
        http.destroy();
        simulator.close();
        dossiers.close();
    }
}
