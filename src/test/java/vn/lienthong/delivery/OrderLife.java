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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.TestAccess;
import vn.lienthong.kernel.ProblemException;

/** One random life of a few dossiers on two nodes, compared at every moment with what the design says. */
final class OrderLife {
    private static final Caller LEAD = TestAccess.operator(OperatorRole.LEAD);
    private static final int DOSSIERS = 3;
    private static final int ACTIONS = 60;

    private final Random random;
    private final boolean showsAll;
    private final List<DeliveryWorld> nodes;
    private final PartnerModel partner;
    private final OrderOracle oracle;
    private final Map<String, Integer> versions = new HashMap<>();
    private final List<InFlight> inFlight = new ArrayList<>();
    private final Set<Long> passed = new HashSet<>();

    OrderLife(long seed, boolean showsAll, Function<String, List<DeliveryWorld>> nodes) {
        this.random = new Random(seed);
        this.showsAll = showsAll;
        String coalesce = List.of("none", "same-status", "all").get(random.nextInt(3));
        this.nodes = nodes.apply(coalesce);
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
        new OrderJudge(partner, oracle, showsAll, passed, nodes.getFirst()).judge(all());
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
                oracle.setsOut(item.id());
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
                        .forEach(
                                item -> oracle.learn(item, done.batch.outcomes().get(item.id())));
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
        try {
            node().get(OperatorActs.class).act(HandAct.RETRY, one.id(), LEAD, "thử lại", null);
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
        Optional<Delivery> found = all.stream().filter(one -> one.id() == id).findFirst();
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
