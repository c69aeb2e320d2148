package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;
import static vn.lienthong.delivery.DeliveryWorld.STEP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.TestAudit;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.delivery.PartnerModel.Effect;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.WorkItems;

/**
 * Two nodes, of which one may stall with an answer in its hands, people who send again, a partner that meets dossiers on
 * other roads and loses some: at every moment exactly that goes, and exactly that is replaced, which the design names.
 */
class OrderPropertyTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Map<String, List<DeliveryWorld>> NODES = new HashMap<>();
    private static final Caller LEAD = new Caller(
            "lead", "Trưởng ca mẫu", null, Set.of(Scopes.OPERATOR_ACT), OperatorRole.LEAD, Caller.Kind.OPERATOR);
    private static final int DOSSIERS = 3;
    private static final int ACTIONS = 60;

    @AfterContainer
    static void close() {
        NODES.values().forEach(nodes -> nodes.forEach(DeliveryWorld::close));
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void goesAsTheDesignSays_whenThePartnerShowsWhatItHolds(@ForAll long seed) {
        new Life(seed, true).live();
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void goesAsTheDesignSays_whenThePartnerShowsLittle(@ForAll long seed) {
        new Life(seed, false).live();
    }

    private static List<DeliveryWorld> nodes(String coalesce) {
        List<DeliveryWorld> nodes = NODES.computeIfAbsent(
                coalesce,
                rule -> Stream.generate(() -> new DeliveryWorld(
                                DATABASE, TestPartners.of("portal.settle=2s", "portal.coalesce=" + rule)))
                        .limit(2)
                        .toList());
        nodes.forEach(DeliveryWorld::clear);
        return nodes;
    }

    /** A batch whose node has the partner's answer but has not written it down; {@code overtaken}: another took over. */
    private static final class InFlight {
        final DeliveryWorld node;
        final DeliveryBatch batch;
        final boolean asking;
        boolean overtaken;

        InFlight(DeliveryWorld node, DeliveryBatch batch, boolean asking) {
            this.node = node;
            this.batch = batch;
            this.asking = asking;
        }
    }

    /** One random life. */
    private static final class Life {
        private final Random random;
        private final boolean showsAll;
        private final List<DeliveryWorld> nodes;
        private final PartnerModel partner;
        private final OrderOracle oracle;
        private final Map<String, Integer> versions = new HashMap<>();
        private final List<InFlight> inFlight = new ArrayList<>();
        private final Set<Long> passed = new HashSet<>();

        Life(long seed, boolean showsAll) {
            this.random = new Random(seed);
            this.showsAll = showsAll;
            String coalesce = List.of("none", "same-status", "all").get(random.nextInt(3));
            this.nodes = nodes(coalesce);
            this.partner = new PartnerModel(random, showsAll);
            this.oracle = new OrderOracle(coalesce);
        }

        void live() {
            for (int i = 0; i < ACTIONS; i++) {
                switch (random.nextInt(14)) {
                    case 0, 1, 2, 3 -> tell();
                    case 4, 5 -> send(STATE);
                    case 6 -> send(STEP);
                    case 7, 8 -> ask();
                    case 9, 10 -> finish();
                    case 11 -> takeOver();
                    case 12 -> retry();
                    default -> meddle();
                }
            }
            partner.heal();
            while (work() > 0) {}
            judge();
        }

        private int work() {
            int done = inFlight.size();
            while (!inFlight.isEmpty()) {
                finish();
            }
            return done + takeOver() + send(STATE) + send(STEP) + ask();
        }

        private void tell() {
            String dossier = dossier();
            String kind = random.nextInt(5) < 2 ? STEP : STATE;
            String status = random.nextInt(3) == 0 ? "ACCEPTED" : "IN_PROGRESS";
            List<Delivery> before = all();
            Delivery made = node().enqueue(
                            DeliveryWorld.request(kind, dossier, versions.merge(dossier, 1, Integer::sum), status))
                    .getFirst();
            oracle.told(made, status);
            assertThat(newlyCancelled(before))
                    .as("replaced by %s among %s", made, before)
                    .isEqualTo(kind.equals(STATE) ? oracle.replacedBy(dossier, status, before) : Set.of());
        }

        private Set<Long> newlyCancelled(List<Delivery> before) {
            return before.stream()
                    .filter(one -> one.state() != DeliveryState.CANCELLED)
                    .map(Delivery::id)
                    .filter(id -> nodes.getFirst().stateOf(id) == DeliveryState.CANCELLED)
                    .collect(Collectors.toSet());
        }

        private int send(String kind) {
            advance();
            List<Delivery> before = all();
            DeliveryWorld node = node();
            List<DeliveryBatch> batches = node.claim(kind);
            assertThat(Set.copyOf(DeliveryWorld.ids(batches)))
                    .as("whose turn it is among %s", before)
                    .isEqualTo(oracle.turns(kind, before));
            for (DeliveryBatch batch : batches) {
                boolean alive = true;
                for (ClaimedDelivery item : batch.items()) {
                    notePassed(item, before);
                    DeliveryOutcome outcome = partner.take(item, version(item.id(), before));
                    alive &= outcome != null;
                    if (outcome != null) {
                        batch.note(item, outcome);
                    }
                }
                if (alive) {
                    inFlight.add(new InFlight(node, batch, false));
                }
            }
            return batches.size();
        }

        private int ask() {
            advance();
            DeliveryWorld node = node();
            int asked = 0;
            for (String kind : List.of(STATE, STEP)) {
                for (DeliveryBatch batch : node.claimDoubtful(kind)) {
                    batch.items().forEach(item -> batch.note(item, partner.asked(item)));
                    inFlight.add(new InFlight(node, batch, true));
                    asked++;
                }
            }
            return asked;
        }

        /** A node writes down what it learnt, perhaps long after another took over. */
        private void finish() {
            if (!inFlight.isEmpty()) {
                InFlight done = inFlight.remove(random.nextInt(inFlight.size()));
                done.node.engine().record(done.batch, done.asking, null);
                if (!done.overtaken) {
                    done.batch
                            .items()
                            .forEach(item ->
                                    oracle.learn(item, done.batch.outcomes().get(item.id())));
                }
            }
        }

        /** The leases of everything on its way end; a node takes over. */
        private int takeOver() {
            int over = node().jdbc()
                    .update("update delivery set lease_until = clock_timestamp() - interval '1 s'"
                            + " where state = 'SENDING'");
            node().get(Takeover.class).sweep();
            inFlight.stream().filter(one -> !one.asking).forEach(one -> one.overtaken = true);
            return over;
        }

        private void retry() {
            List<Delivery> before = all();
            List<Delivery> standing = before.stream()
                    .filter(one -> one.state() == DeliveryState.PARKED || one.state() == DeliveryState.REFUSED)
                    .toList();
            if (!standing.isEmpty()) {
                Delivery one = standing.get(random.nextInt(standing.size()));
                boolean may = one.state() == DeliveryState.PARKED || oracle.mayGoAfterAll(one, before);
                DeliveryState expected = !may ? one.state() : asks(one) ? DeliveryState.UNCERTAIN : DeliveryState.READY;
                assertThat(retried(one)).as("a person may send %s again", one).isEqualTo(may);
                assertThat(node().stateOf(one.id())).isEqualTo(expected);
            }
        }

        private static boolean asks(Delivery one) {
            return one.state() == DeliveryState.PARKED && one.maybeSent();
        }

        private boolean retried(Delivery one) {
            DeliveryWorld node = node();
            OperatorActs acts = new OperatorActs(
                    node.get(DeliveryRepository.class),
                    node.get(ActRepository.class),
                    node.get(WorkItems.class),
                    TestAudit.on(node.jdbc()),
                    new Rights(new Agencies(List.of())),
                    node.get(Wakeup.class));
            try {
                node.get(TransactionTemplate.class)
                        .executeWithoutResult(status -> acts.retry(one.id(), LEAD, "thử lại"));
                return true;
            } catch (ProblemException overtaken) {
                return false;
            }
        }

        private void meddle() {
            if (random.nextInt(3) == 0) {
                partner.forget(dossier());
            } else {
                partner.bring(dossier());
            }
        }

        private void notePassed(ClaimedDelivery item, List<Delivery> before) {
            if (item.fullState() && !item.heldByPartner()) {
                before.stream()
                        .filter(one -> one.dossierNumber().equals(item.dossierNumber()) && one.id() < item.id())
                        .filter(one -> one.state() == DeliveryState.READY)
                        .forEach(one -> passed.add(one.id()));
            }
        }

        private void judge() {
            Stream.concat(partner.effects.values().stream(), partner.lost.stream())
                    .forEach(this::inOrderAndOnce);
            List<Delivery> all = all();
            all.forEach(one -> accountedFor(one, all));
        }

        private void inOrderAndOnce(List<Effect> effects) {
            List<Integer> shown = effects.stream()
                    .filter(effect -> !passed.contains(effect.delivery()))
                    .map(Effect::version)
                    .toList();
            assertThat(shown).as("order of %s", effects).isSorted();
            List<Long> once = effects.stream()
                    .filter(effect -> showsAll || !effect.fullState())
                    .map(Effect::delivery)
                    .toList();
            assertThat(once).as("taken once").doesNotHaveDuplicates();
        }

        private void accountedFor(Delivery one, List<Delivery> all) {
            boolean taken = partner.everTook(one.id());
            switch (one.state()) {
                case CONFIRMED -> assertThat(taken).as("%s was taken", one).isTrue();
                case CANCELLED ->
                    assertThat(taken).as("%s was never taken", one).isFalse();
                case PARKED, REFUSED ->
                    assertThat(workItems(one.id())).as("a person sees %s", one).isEqualTo(1);
                case READY ->
                    assertThat(one.kind().equals(STEP) && !oracle.holds(one.dossierNumber())
                                    || all.stream().anyMatch(other -> blocks(other, one)))
                            .as("why %s waits", one)
                            .isTrue();
                case SENDING, SENT, UNCERTAIN, EXPIRED -> throw new AssertionError("left in between: " + one);
            }
        }

        private static boolean blocks(Delivery other, Delivery one) {
            return other.dossierNumber().equals(one.dossierNumber())
                    && other.id() < one.id()
                    && other.state() == DeliveryState.PARKED;
        }

        private int workItems(long id) {
            return nodes.getFirst()
                    .jdbc()
                    .queryForList("select 1 from work_item where delivery_id = ? and state = 'OPEN'", id)
                    .size();
        }

        private void advance() {
            nodes.forEach(node -> node.clock.advance(Duration.ofMinutes(30)));
        }

        private DeliveryWorld node() {
            return nodes.get(random.nextInt(nodes.size()));
        }

        private String dossier() {
            return number(random.nextInt(DOSSIERS));
        }

        private static String number(int place) {
            return "H15.24133-261121-000" + place;
        }

        private static int version(long id, List<Delivery> all) {
            Optional<Delivery> found =
                    all.stream().filter(one -> one.id() == id).findFirst();
            return found.orElseThrow().version();
        }

        private List<Delivery> all() {
            Deliveries deliveries = nodes.getFirst().get(Deliveries.class);
            return IntStream.range(0, DOSSIERS)
                    .mapToObj(place -> deliveries.ofDossier(number(place)))
                    .flatMap(List::stream)
                    .toList();
        }
    }
}
