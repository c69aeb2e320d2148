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
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.PartnerModel.Effect;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/**
 * Random lives of a few dossiers against a partner that fails by chance, a gateway that dies, people who retry. Judged by
 * what the partner took, never by what the gateway believes.
 */
class QueuePropertyTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Map<String, DeliveryWorld> WORLDS = new HashMap<>();
    private static final int DOSSIERS = 3;
    private static final int ACTIONS = 60;

    @AfterContainer
    static void close() {
        WORLDS.values().forEach(DeliveryWorld::close);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void losesDoublesAndReordersNothing_whenThePartnerShowsWhatItHolds(@ForAll long seed) {
        Life life = new Life(seed, true);
        life.live();
        life.judge();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void parksNoMoreThanItMust_whenThePartnerShowsLittle(@ForAll long seed) {
        Life life = new Life(seed, false);
        life.live();
        life.judge();
    }

    private static DeliveryWorld world(String coalesce) {
        DeliveryWorld world = WORLDS.computeIfAbsent(
                coalesce,
                rule -> new DeliveryWorld(
                        DATABASE,
                        TestPartners.of("portal.settle=2s", "portal.retry-most=2s", "portal.coalesce=" + rule)));
        world.clear();
        return world;
    }

    /** One random life. */
    private static final class Life {
        private final Random random;
        private final boolean showsAll;
        private final DeliveryWorld gateway;
        private final PartnerModel partner;
        private final Map<String, Integer> versions = new HashMap<>();
        private final Map<Long, Delivery> told = new HashMap<>();
        /** Steps that a full state passed because they waited for it. */
        private final Set<Long> passed = new HashSet<>();

        Life(long seed, boolean showsAll) {
            this.random = new Random(seed);
            this.showsAll = showsAll;
            this.gateway = world(List.of("none", "same-status", "all").get(random.nextInt(3)));
            this.partner = new PartnerModel(random, showsAll);
        }

        void live() {
            for (int i = 0; i < ACTIONS; i++) {
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> tell(random.nextInt(5) < 2 ? STATE : STEP);
                    case 3, 4 -> send(STATE);
                    case 5, 6 -> send(STEP);
                    case 7 -> ask();
                    case 8 -> die();
                    default -> {
                        if (random.nextInt(3) == 0) {
                            parked().stream().findAny().ifPresent(this::retry);
                        }
                    }
                }
                assertThat(gateway.get(LaneRepository.class).repair()).isZero();
            }
            partner.heal();
            drain();
            parked().forEach(this::retry);
            drain();
        }

        private void drain() {
            for (int calm = 0; calm < 2; ) {
                calm = send(STATE) + send(STEP) + ask() + die() == 0 ? calm + 1 : 0;
            }
        }

        private void tell(String kind) {
            String dossier = "H15.24133-261121-000" + random.nextInt(DOSSIERS);
            int version = versions.merge(dossier, 1, Integer::sum);
            String status = random.nextBoolean() ? "ACCEPTED" : "IN_PROGRESS";
            gateway.enqueue(DeliveryWorld.request(kind, dossier, version, status))
                    .forEach(delivery -> told.put(delivery.id(), delivery));
        }

        private int send(String kind) {
            gateway.clock.advance(Duration.ofSeconds(3));
            List<DeliveryBatch> batches = gateway.claim(kind);
            for (DeliveryBatch batch : batches) {
                batch.items().forEach(this::noteWhatIsPassed);
                boolean alive = true;
                for (ClaimedDelivery item : batch.items()) {
                    DeliveryOutcome outcome =
                            partner.take(item, told.get(item.id()).version());
                    alive &= outcome != null;
                    if (outcome != null) {
                        batch.note(item, outcome);
                    }
                }
                if (alive) {
                    gateway.engine().record(batch, false, null);
                }
            }
            return batches.size();
        }

        private void noteWhatIsPassed(ClaimedDelivery item) {
            if (item.fullState() && !item.heldByPartner()) {
                told.values().stream()
                        .filter(one -> one.dossierNumber().equals(item.dossierNumber()) && one.id() < item.id())
                        .filter(one -> gateway.stateOf(one.id()) == DeliveryState.READY)
                        .forEach(one -> passed.add(one.id()));
            }
        }

        private int ask() {
            gateway.clock.advance(Duration.ofSeconds(10));
            int asked = 0;
            for (String kind : List.of(STATE, STEP)) {
                for (DeliveryBatch batch : gateway.claimDoubtful(kind)) {
                    batch.items().forEach(item -> batch.note(item, partner.asked(item)));
                    gateway.engine().record(batch, true, null);
                    asked += batch.items().size();
                }
            }
            return asked;
        }

        /** The leases of what was on its way end without an outcome, as after a kill. */
        private int die() {
            int left = gateway.jdbc()
                    .update("update delivery set lease_until = clock_timestamp() - interval '1 s'"
                            + " where state = 'SENDING'");
            gateway.get(Takeover.class).sweep();
            return left;
        }

        /** A person sends again what stands before people. */
        private void retry(Delivery parked) {
            ActRepository acts = gateway.get(ActRepository.class);
            gateway.get(TransactionTemplate.class).executeWithoutResult(status -> {
                acts.lockLane(parked);
                if (parked.maybeSent()) {
                    acts.uncertain(parked.id());
                } else {
                    acts.ready(parked.id());
                }
                acts.refreshLane(parked);
            });
        }

        private List<Delivery> parked() {
            return told.keySet().stream()
                    .map(gateway::delivery)
                    .filter(delivery -> delivery.state() == DeliveryState.PARKED)
                    .toList();
        }

        void judge() {
            partner.effects.forEach((dossier, effects) -> {
                inOrder(effects);
                doubledOnlyWhereThatIsHarmless(effects);
            });
            told.keySet().forEach(this::accountedFor);
        }

        /** Nothing older is taken after something newer, but for steps that had to wait for a state told later. */
        private void inOrder(List<Effect> effects) {
            int newest = 0;
            for (Effect effect : effects) {
                if (!passed.contains(effect.delivery())) {
                    assertThat(effect.version()).as("order of %s", effects).isGreaterThanOrEqualTo(newest);
                    newest = effect.version();
                }
            }
            List<Integer> steps = effects.stream()
                    .filter(effect -> !effect.fullState())
                    .map(Effect::version)
                    .toList();
            assertThat(steps).isSorted();
        }

        private void doubledOnlyWhereThatIsHarmless(List<Effect> effects) {
            Map<Long, List<Effect>> byDelivery = effects.stream().collect(Collectors.groupingBy(Effect::delivery));
            byDelivery.forEach((id, same) -> {
                if (showsAll || !same.getFirst().fullState()) {
                    assertThat(same).as("delivery %s", told.get(id)).hasSize(1);
                }
            });
        }

        private void accountedFor(long id) {
            Delivery now = gateway.delivery(id);
            List<Effect> effects = partner.of(now.dossierNumber());
            boolean taken = effects.stream().anyMatch(effect -> effect.delivery() == id);
            switch (now.state()) {
                case CONFIRMED -> assertThat(taken).as("%s was taken", now).isTrue();
                case CANCELLED -> {
                    assertThat(now.reason()).isEqualTo("SUPERSEDED");
                    assertThat(taken).as("%s was never taken", now).isFalse();
                    assertThat(newerState(now)).as("what replaced %s", now).isTrue();
                }
                case PARKED, REFUSED ->
                    assertThat(gateway.jdbc()
                                    .queryForList(
                                            "select code from work_item where delivery_id = ? and state = 'OPEN'",
                                            String.class,
                                            id))
                            .as("a person sees %s", now)
                            .isNotEmpty();
                case READY ->
                    assertThat(standsBehind(now) || now.kind().equals(STEP) && !partner.holds(now.dossierNumber()))
                            .as("why %s waits", now)
                            .isTrue();
                case SENDING, SENT, UNCERTAIN, EXPIRED -> throw new AssertionError("left in between: " + now);
            }
        }

        private boolean newerState(Delivery than) {
            return told.values().stream()
                    .anyMatch(one -> one.dossierNumber().equals(than.dossierNumber())
                            && one.kind().equals(STATE)
                            && one.id() > than.id());
        }

        private boolean standsBehind(Delivery waiting) {
            List<Delivery> before = new ArrayList<>(told.values());
            return before.stream()
                    .filter(one -> one.dossierNumber().equals(waiting.dossierNumber()) && one.id() < waiting.id())
                    .anyMatch(one -> gateway.stateOf(one.id()) == DeliveryState.PARKED);
        }
    }
}
