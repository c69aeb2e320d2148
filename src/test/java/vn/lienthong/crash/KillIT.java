package vn.lienthong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.PortalTwin;
import vn.lienthong.testing.SimulatorProcess;
import vn.lienthong.testing.WorkFolder;

/**
 * Kills the real process under load and looks for what got lost, doubled or inverted. {@code -Dkills=20} kills more often;
 * {@code -Dseed=N} repeats the choices of a run (not the exact moments, which the machine decides).
 */
class KillIT {
    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final int SHORT_FORM = 5;
    private static final int CALLERS = 12;
    private static final double RATE = 8;
    private static final int LEAST_BETWEEN_KILLS = 20;
    private static final List<String> FAULTS = List.of("none", "delay", "reset-after", "late-effect", "garbage");

    private final int kills = Integer.getInteger("kills", SHORT_FORM);
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Ledger ledger = new Ledger();
    private final KillReport report = new KillReport(seed);
    private final List<OneStopSystem> callers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private SimulatorProcess simulator;
    private PortalTwin portal;
    private GatewayProcess gateway;

    @BeforeEach
    void start() {
        LOG.warn("seed {}", seed);
        Path folder = WorkFolder.fresh("kill");
        simulator = SimulatorProcess.in(folder);
        portal = simulator.portal();
        gateway = GatewayProcess.in(folder, simulator.url());
        Client ward = Client.of(gateway.url(), MadeUp.WARD);
        for (int i = 0; i < CALLERS; i++) {
            OneStopSystem caller = new OneStopSystem(ward, ledger, new Random(random.nextLong()), RATE);
            callers.add(caller);
            threads.add(Thread.ofVirtual().name("caller-" + i).start(caller));
        }
    }

    @AfterEach
    void stop() {
        callers.forEach(OneStopSystem::stop);
        threads.forEach(Thread::interrupt);
        gateway.close();
        simulator.close();
    }

    @Test
    @DisplayName("Bị giết nhiều lần khi đang tải: không mất, không trùng, không đảo thứ tự")
    void losesDoublesAndInvertsNothing_whenKilledUnderLoad() throws InterruptedException {
        for (int kill = 1; kill <= kills; kill++) {
            killGateway(kill);
            if (kill == (kills + 1) / 2) {
                killSimulator();
            }
        }
        gatherSome();
        portal.heal();
        callers.forEach(OneStopSystem::stop);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(60));
        }
        long drainFrom = System.nanoTime();
        Client ops = Client.of(gateway.url(), "ops");
        gateway.await("everything is settled", Duration.ofMinutes(3), () -> open(ops) == 0);
        judge(ops, Duration.ofNanos(System.nanoTime() - drainFrom));
    }

    private void killGateway(int kill) {
        String fault = FAULTS.get((kill - 1) % FAULTS.size());
        portal.fault(fault, fault.equals("delay") ? 0.5 : 0.2, 500);
        int before = gatherSome();
        pause(random.nextInt(1500));
        gateway.kill();
        int accepted = ledger.size() - before;
        long from = System.nanoTime();
        gateway.begin();
        if (random.nextInt(4) == 0) {
            // once more while it starts: recovery itself must survive it
            pause(random.nextInt(6000));
            gateway.kill();
            gateway.begin();
        }
        gateway.awaitReady();
        report.kill("gateway", fault, accepted, Duration.ofNanos(System.nanoTime() - from));
    }

    private void killSimulator() {
        int before = gatherSome();
        long from = System.nanoTime();
        simulator.killAndRestart();
        report.kill("simulator", "", ledger.size() - before, Duration.ofNanos(System.nanoTime() - from));
    }

    /** Lets the load run on until enough was accepted; the count it began at. */
    private int gatherSome() {
        int before = ledger.size();
        gateway.await(
                "tellings are accepted",
                Duration.ofSeconds(60),
                () -> ledger.size() >= before + LEAST_BETWEEN_KILLS
                        || !ledger.complaints().isEmpty());
        assertThat(ledger.complaints()).isEmpty();
        return before;
    }

    private void judge(Client ops, Duration drain) {
        Map<String, List<JsonNode>> shown = new HashMap<>();
        portal.history(effect -> shown.computeIfAbsent(effect.path("MaHoSo").asText(), number -> new ArrayList<>())
                .add(effect));
        Comparison found = Comparison.of(
                ledger.byDossier(),
                shown,
                number -> ops.get("/v1/dossiers/" + number + "/deliveries").json());
        int parked = count(ops, "PARKED") + count(ops, "REFUSED") + count(ops, "EXPIRED");
        String text = report.text(ledger, found, parked, drain);
        LOG.warn("{}", text);
        if (kills > SHORT_FORM) {
            KillReport.append(Path.of("target", "kill-report.md"), text);
        }
        assertThat(ledger.complaints()).isEmpty();
        assertThat(found.lost()).as("lost").isEmpty();
        assertThat(found.doubled()).as("doubled").isEmpty();
        assertThat(found.inverted()).as("inverted").isEmpty();
        assertThat(found.invented()).as("invented").isEmpty();
        assertThat(parked).as("parked, refused, expired").isZero();
        assertThat(portal.stats().path("duplicates").asInt(-1))
                .as("the portal's own count of repeats")
                .isZero();
        assertThat(portal.stats().path("outOfOrder").asInt(-1))
                .as("the portal's own count of inversions")
                .isZero();
        assertThat(ledger.byDossier().values().stream().flatMap(List::stream).map(Ledger.Entry::eventId))
                .doesNotHaveDuplicates();
    }

    private static int open(Client ops) {
        return count(ops, "READY") + count(ops, "SENDING") + count(ops, "SENT") + count(ops, "UNCERTAIN");
    }

    private static int count(Client ops, String state) {
        return ops.get("/v1/deliveries?limit=500&state=" + state)
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private static void pause(int millis) {
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
