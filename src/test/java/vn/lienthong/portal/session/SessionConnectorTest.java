package vn.lienthong.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.Reason;
import vn.lienthong.evidence.Message;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Script;
import vn.lienthong.testing.TestDatabase;

class SessionConnectorTest {
    private static final String GOOD = "{\"error_code\":\"0\",\"message\":\"ok\",\"result\":[]}";

    private final TestDatabase database = TestDatabase.fresh();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void firstCall_signsIn_andLaterOnesKeepTheSession() {
        HttpDouble partner = partner(new SessionPartner((request, wire) -> wire.json(GOOD)));
        ConnectorWorld world = world(partner);
        assertThat(send(world)).isInstanceOf(CallResult.Told.class);
        assertThat(send(world)).isInstanceOf(CallResult.Told.class);
        assertThat(SessionPartner.signIns(partner)).isEqualTo(1);
        assertThat(SessionPartner.calls(partner)).isEqualTo(2);
        assertThat(partner.requests("/mapi/login").getFirst().body())
                .isEqualTo("{\"username\":\"lienthong\",\"password\":\"secret-word\"}");
        assertThat(partner.requests("/mapi/g").getFirst().body())
                .isEqualTo(
                        "{\"session\":\"S1\",\"madonvi\":\"H15\",\"service\":\"DongBoHoSoMC\",\"isUpdating\":\"False\","
                                + "\"data\":[{\"MaHoSo\":\"H15.24133-261121-0001\"}]}");
        assertThat(partner.requests("/mapi/g").getFirst().headers()).contains("dstcode: VN:TEST");
    }

    @Test
    void sessionSurvivesTheProcess_sealed() {
        HttpDouble partner = partner(new SessionPartner((request, wire) -> wire.json(GOOD)));
        send(world(partner));
        send(world(partner));
        assertThat(SessionPartner.signIns(partner)).isEqualTo(1);
        byte[] kept = world(partner).jdbc().queryForObject("select session from partner_session", byte[].class);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("S1");
    }

    @Test
    void expiredSession_isRenewedOnce_andTheCallMadeOnceMore() {
        SessionPartner script = new SessionPartner((request, wire) -> wire.json(GOOD));
        HttpDouble partner = partner(script);
        ConnectorWorld world = world(partner);
        send(world);
        script.endAll();
        assertThat(send(world)).isInstanceOf(CallResult.Told.class);
        assertThat(SessionPartner.signIns(partner)).isEqualTo(2);
        assertThat(SessionPartner.calls(partner)).isEqualTo(3);
    }

    @Test
    void sessionExpiredAgainAfterRenewal_isNotSent_andNobodyTriesAThirdTime() {
        HttpDouble partner = partner((request, wire) -> wire.json(
                request.path().endsWith("login") ? "{\"error_code\":0,\"session\":\"x\"}" : "{\"error_code\":-2}"));
        ConnectorWorld world = world(partner);
        assertNotSent(send(world), Reason.SESSION_REFUSED);
        assertThat(SessionPartner.signIns(partner)).isEqualTo(2);
        assertThat(SessionPartner.calls(partner)).isEqualTo(2);
    }

    @Test
    void manyThreadsOfTwoNodes_thatFindTheSessionOver_signInOnce() throws Exception {
        CyclicBarrier allHere = new CyclicBarrier(8);
        AtomicBoolean over = new AtomicBoolean();
        SessionPartner sessions = new SessionPartner((request, wire) -> wire.json(GOOD));
        HttpDouble partner = partner((request, wire) -> {
            if (over.get() && request.body().startsWith("{\"session\":\"S1\"")) {
                await(allHere);
            }
            sessions.answer(request, wire);
        });
        Map<String, String> wide = Map.of("concurrency", "8");
        ConnectorWorld one = world(partner, wide);
        ConnectorWorld other = world(partner, wide);
        send(one);
        sessions.endAll();
        over.set(true);
        List<Callable<CallResult>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> send(one));
            calls.add(() -> send(other));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<CallResult> result : threads.invokeAll(calls)) {
                assertThat(result.get()).isInstanceOf(CallResult.Told.class);
            }
        }
        assertThat(SessionPartner.signIns(partner)).isEqualTo(2);
        assertThat(SessionPartner.calls(partner)).isEqualTo(1 + 16);
    }

    @Test
    void evidenceOfTheRequest_isKeptBeforeThePartnerSeesIt_andTheAnswerAfter() {
        TestDatabase own = database;
        List<Integer> keptWhenSeen = new ArrayList<>();
        ConnectorWorld[] world = new ConnectorWorld[1];
        HttpDouble partner = partner(new SessionPartner((request, wire) -> {
            keptWhenSeen.add(world[0].jdbc()
                    .queryForObject(
                            "select count(*) from evidence_message where direction = 'OUT'"
                                    + " and dossier_number is null",
                            Integer.class));
            wire.json(GOOD);
        }));
        world[0] = track(new ConnectorWorld(own, partner.url(), Map.of()));
        DeliveryBatch batch = world[0].batch(2, Duration.ofSeconds(20));
        world[0].connector().call(world[0].call(batch));
        assertThat(keptWhenSeen).containsExactly(1);
        byte[] request =
                world[0].evidence().find(batch.evidenceId()).orElseThrow().bytes();
        assertThat(new String(request, StandardCharsets.UTF_8))
                .isEqualTo(partner.requests("/mapi/g").getFirst().body());
        var answerId = world[0].jdbc()
                .queryForObject(
                        "select id from evidence_message where answer_to = ? and direction = 'IN'",
                        java.util.UUID.class,
                        batch.evidenceId());
        assertThat(world[0].evidence().find(answerId).orElseThrow().bytes())
                .asString()
                .isEqualTo(GOOD);
        for (var item : batch.items()) {
            Message part = world[0].evidence().find(batch.evidenceOf(item)).orElseThrow();
            assertThat(part.bytes()).asString().isEqualTo("{\"MaHoSo\":\"" + item.dossierNumber() + "\"}");
            assertThat(part.dossierNumber()).isEqualTo(item.dossierNumber());
            assertThat(part.answerTo()).isEqualTo(batch.evidenceId());
        }
        assertThat(world[0].evidence().find(batch.evidenceId()).orElseThrow().items())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void leaseThatIsOver_keepsEverythingHere() {
        HttpDouble partner = partner(new SessionPartner((request, wire) -> wire.json(GOOD)));
        ConnectorWorld world = world(partner);
        send(world);
        DeliveryBatch batch = world.batch(1, Duration.ofMillis(1));
        java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        CallResult result = world.connector().call(world.call(batch)).result().orElseThrow();
        assertNotSent(result, Reason.OWN_TROUBLE);
        assertThat(batch.mayHaveLeft()).isFalse();
        assertThat(SessionPartner.calls(partner)).isEqualTo(1);
    }

    @Test
    void ownDatabaseInTrouble_isNotSent() {
        HttpDouble partner = partner(new SessionPartner((request, wire) -> wire.json(GOOD)));
        ConnectorWorld world = world(partner);
        send(world);
        world.jdbc().execute("alter table evidence_message rename to elsewhere");
        assertNotSent(send(world), Reason.OWN_TROUBLE);
        assertThat(SessionPartner.calls(partner)).isEqualTo(1);
    }

    @Test
    void passwordFile_isReadAtEachSignIn(@TempDir Path folder) throws IOException {
        SessionPartner script = new SessionPartner((request, wire) -> wire.json(GOOD));
        HttpDouble partner = partner(script);
        Path file = folder.resolve("password");
        ConnectorWorld world = world(partner, Map.of("account.password-file", file.toString()));
        assertNotSent(send(world), Reason.SESSION_REFUSED);
        Files.writeString(file, "mới\n");
        assertThat(send(world)).isInstanceOf(CallResult.Told.class);
        assertThat(partner.requests("/mapi/login").getFirst().body()).contains("\"mới\"");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static void assertNotSent(CallResult result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(CallResult.Failed.class, failed -> {
            DeliveryOutcome outcome = failed.outcome();
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            NotSent.class, none -> assertThat(none.reason()).isEqualTo(reason));
        });
    }

    private CallResult send(ConnectorWorld world) {
        DeliveryBatch batch = world.batch(1, Duration.ofSeconds(20));
        return world.connector().call(world.call(batch)).result().orElseThrow();
    }

    private HttpDouble partner(Script script) {
        return track(new HttpDouble(script));
    }

    private ConnectorWorld world(HttpDouble partner) {
        return world(partner, Map.of());
    }

    private ConnectorWorld world(HttpDouble partner, Map<String, String> settings) {
        return track(new ConnectorWorld(database, partner.url(), settings));
    }

    private <T extends AutoCloseable> T track(T each) {
        open.add(each);
        return each;
    }
}
