package vn.lienthong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.PortalTwin;
import vn.lienthong.testing.SimulatorProcess;
import vn.lienthong.testing.WorkFolder;

/** One run: processes, callers, kills after a plan, and a judgement every so often. */
final class CrashLaboratory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CrashLaboratory.class);
    private static final int CALLERS = 12;
    private static final double RATE = 5;
    private static final int LEAST_BETWEEN_KILLS = 20;
    private static final int JUDGE_AFTER = 25;
    private static final int MOST_PASSES = 4;
    private static final int FIRST_STATEMENTS = 30;
    private static final List<String> FAULTS = List.of("none", "delay", "reset-after", "late-effect", "garbage");
    /** A poor read-back would leave before a person what any other fault touched, not only what a kill did. */
    private static final List<String> MILD_FAULTS = List.of("none", "delay");

    private final long seed;
    private final boolean poor;
    private final Random random;
    private final CrashReport report;
    private final Ledger ledger = new Ledger();
    private final List<OneStopSystem> callers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CrashOrders orders;
    private final SimulatorProcess simulator;
    private final PortalTwin portal;
    private final String firstOrder;
    private final GatewayNodes nodes;
    private final Judge judge;
    private int acceptedAtLastKill;
    private int kills;

    /** Begins the first processes; {@code full}: a long run, whose first gateway meets an order while it makes the tables. */
    CrashLaboratory(long seed, int count, boolean poor, CrashReport report, boolean full) {
        LOG.warn("seed {}, {} nodes, read-back {}", seed, count, poor ? "poor" : "rich");
        this.seed = seed;
        this.poor = poor;
        this.random = new Random(seed);
        this.report = report;
        Path folder = WorkFolder.fresh("kill");
        orders = new CrashOrders(folder);
        simulator = SimulatorProcess.in(folder);
        portal = simulator.portal();
        portal.readBack(poor ? "poor" : "rich");
        judge = new Judge(portal, ledger, poor);
        firstOrder = full ? orders.give(CrashSite.MIGRATING, 1 + random.nextInt(FIRST_STATEMENTS)) : "";
        nodes = GatewayNodes.begun(folder, count, simulator.url(), orders.options(), full);
    }

    /** Kills after the plan until it ends or the time is over; judges on the way and at the end. */
    void run(Iterator<CrashPoint> plan, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        if (!firstOrder.isEmpty()) {
            revive(CrashPoint.FIRST_MIGRATION, CrashSite.MIGRATING.name(), await(firstOrder, List.of()), 0);
        }
        nodes.complete();
        beginLoad();
        while (plan.hasNext() && System.nanoTime() < end) {
            kill(plan.next());
            if (++kills % JUDGE_AFTER == 0 && plan.hasNext()) {
                judge();
                beginLoad();
            }
        }
        judge();
    }

    private void kill(CrashPoint point) {
        List<String> faults = poor ? MILD_FAULTS : FAULTS;
        String fault = faults.get(random.nextInt(faults.size()));
        portal.fault(fault, fault.equals("delay") ? 0.5 : 0.2, 500);
        gatherSome();
        pause(random.nextInt(1000));
        switch (point) {
            case RANDOM -> killAtRandom();
            case DURING_RECOVERY -> killWhileRecovering();
            case DURING_MIGRATION -> killWhileMigrating();
            default -> killAt(point);
        }
    }

    private void killAtRandom() {
        int victim = random.nextInt(nodes.count());
        nodes.node(victim).kill();
        Death death = died(victim);
        int accepted = ledger.size() - acceptedAtLastKill;
        if (random.nextInt(4) == 0) {
            // once more while it starts, not counted: nothing was accepted before
            nodes.begin();
            pause(random.nextInt(6000));
            nodes.node(victim).kill();
        }
        revive(CrashPoint.RANDOM, "", death, accepted);
    }

    private void killAt(CrashPoint point) {
        CrashSite site = oneOf(point);
        Death death = await(orders.give(site, 1 + random.nextInt(MOST_PASSES)), List.of());
        revive(point, site.name(), death, ledger.size() - acceptedAtLastKill);
    }

    /** A first kill leaves claimed work behind; whoever cleans up after it is killed in turn. Counts as one. */
    private void killWhileRecovering() {
        portal.heal();
        Death first = await(orders.give(oneOf(CrashPoint.AFTER_CLAIM), 1), List.of());
        int accepted = ledger.size() - acceptedAtLastKill;
        CrashSite site = oneOf(CrashPoint.DURING_RECOVERY);
        String order = orders.give(site, 1);
        if (nodes.count() == 1) {
            nodes.begin();
            revive(CrashPoint.DURING_RECOVERY, site.name(), await(order, List.of()), accepted);
        } else {
            revive(CrashPoint.DURING_RECOVERY, site.name(), await(order, List.of(first.node())), accepted);
        }
    }

    /** A node is stopped in order, gets the next version and is killed while that changes the database. */
    private void killWhileMigrating() {
        int victim = random.nextInt(nodes.count());
        int statements = nodes.layUpgrade();
        nodes.node(victim).stop();
        int accepted = ledger.size() - acceptedAtLastKill;
        String order = orders.give(CrashSite.MIGRATING, 1 + random.nextInt(statements));
        nodes.begin();
        revive(CrashPoint.DURING_MIGRATION, CrashSite.MIGRATING.name(), await(order, List.of()), accepted);
    }

    private CrashSite oneOf(CrashPoint point) {
        List<CrashSite> sites = Arrays.stream(CrashSite.values())
                .filter(site -> site.point() == point)
                .toList();
        return sites.get(random.nextInt(sites.size()));
    }

    private Death await(String order, List<Integer> deadBefore) {
        int victim = nodes.awaitDeath("somebody dies of " + order, deadBefore);
        Death death = died(victim);
        assertThat(orders.obeyed(order))
                .as(
                        "node %d died of %s:\n%s",
                        victim + 1, order, nodes.node(victim).tail())
                .isTrue();
        return death;
    }

    private void revive(CrashPoint point, String site, Death death, int accepted) {
        nodes.begin();
        nodes.awaitReady();
        Duration recovery = Duration.ofNanos(System.nanoTime() - death.atNanos());
        int inFlight = death.inFlight().count();
        Optional<Duration> resolved = death.inFlight().resolvedWithin();
        report.kill(point, site, seed, nodes.count(), death.node() + 1, accepted, recovery, inFlight, resolved);
        LOG.warn(
                "{} {} at node {}: {} accepted before, ready after {}, {} in flight resolved after {}",
                point,
                site,
                death.node() + 1,
                accepted,
                recovery,
                inFlight,
                resolved);
        acceptedAtLastKill = ledger.size();
    }

    /** Lets the load run on until enough was accepted. */
    private void gatherSome() {
        nodes.node(0)
                .await(
                        "tellings are accepted",
                        Duration.ofSeconds(60),
                        () -> ledger.size() >= acceptedAtLastKill + LEAST_BETWEEN_KILLS
                                || !ledger.complaints().isEmpty());
        assertThat(ledger.complaints()).isEmpty();
    }

    private void beginLoad() {
        String token = Client.of(nodes.urls().getFirst(), MadeUp.WARD).token();
        List<Client> wards =
                nodes.urls().stream().map(url -> new Client(url, token)).toList();
        for (int i = 0; i < CALLERS; i++) {
            OneStopSystem caller = new OneStopSystem(wards, ledger, new Random(random.nextLong()), RATE);
            callers.add(caller);
            threads.add(Thread.ofVirtual().name("caller-" + i).start(caller));
        }
    }

    private void judge() {
        simulator.killAndRestart(); // it may die, too
        gatherSome();
        portal.heal();
        callers.forEach(OneStopSystem::stop);
        try {
            for (Thread thread : threads) {
                assertThat(thread.join(Duration.ofSeconds(60)))
                        .as("a caller got its answer")
                        .isTrue();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        callers.clear();
        threads.clear();
        GatewayProcess any = nodes.node(random.nextInt(nodes.count()));
        judge.awaitSettled(any);
        judge.judge(any, report);
        acceptedAtLastKill = 0;
        LOG.warn("{} kills judged", kills);
    }

    @Override
    public void close() {
        callers.forEach(OneStopSystem::stop);
        threads.forEach(Thread::interrupt);
        nodes.close();
        simulator.close();
    }

    private static void pause(int millis) {
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private Death died(int node) {
        long now = System.nanoTime();
        return new Death(node, now, InFlight.atKill(nodes, now));
    }

    /** Which node died, when, and what it left under way. */
    private record Death(int node, long atNanos, InFlight inFlight) {}
}
