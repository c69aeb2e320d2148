package vn.lienthong.delivery;

import static vn.lienthong.delivery.DeliveryState.CONFIRMED;
import static vn.lienthong.delivery.DeliveryState.PARKED;
import static vn.lienthong.delivery.DeliveryState.READY;
import static vn.lienthong.delivery.DeliveryState.REFUSED;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the design says about order, in its own words and from what anybody can see: what was told, where each delivery
 * stands, what the partner answered.
 */
final class OrderOracle {
    private static final Set<DeliveryState> OPEN =
            EnumSet.of(READY, DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.UNCERTAIN, PARKED);

    private final String coalesce;
    private final Map<Long, String> status = new HashMap<>();
    private final Set<String> held = new HashSet<>();
    private final Map<Long, Integer> setOut = new HashMap<>();
    private int departures;

    OrderOracle(String coalesce) {
        this.coalesce = coalesce;
    }

    void told(Delivery delivery, String withStatus) {
        status.put(delivery.id(), withStatus);
    }

    boolean holds(String dossier) {
        return held.contains(dossier);
    }

    /** What the gateway learns from an answer that it writes down. */
    void learn(ClaimedDelivery item, DeliveryOutcome outcome) {
        boolean shows = outcome instanceof DeliveryOutcome.Confirmed || outcome instanceof DeliveryOutcome.CannotTell;
        if (outcome instanceof DeliveryOutcome.AlreadyThere || shows && item.fullState()) {
            held.add(item.dossierNumber());
        } else if (outcome instanceof DeliveryOutcome.NotHeld) {
            held.remove(item.dossierNumber());
        }
    }

    /** Everything of this kind whose turn it is. */
    Set<Long> turns(String kind, List<Delivery> all) {
        return all.stream()
                .filter(one -> one.kind().equals(kind) && itsTurn(one, all))
                .map(Delivery::id)
                .collect(Collectors.toSet());
    }

    /** Strictly one after the other; steps wait until the partner holds their dossier, and a full state may pass them then. */
    private boolean itsTurn(Delivery one, List<Delivery> all) {
        boolean there = holds(one.dossierNumber());
        return one.state() == READY
                && (full(one) || there)
                && before(one.dossierNumber(), one.id(), all).stream()
                        .allMatch(earlier -> full(one) && !full(earlier) && !there && untouched(earlier));
    }

    /** What a new full state replaces: what stands unsent before people, and its unsent neighbour as far as coalescing goes. */
    Set<Long> replacedBy(String dossier, String newStatus, List<Delivery> all) {
        Set<Long> replaced = all.stream()
                .filter(one -> one.dossierNumber().equals(dossier) && full(one) && !one.maybeSent())
                .filter(one -> one.state() == PARKED || one.state() == REFUSED)
                .map(Delivery::id)
                .collect(Collectors.toCollection(HashSet::new));
        before(dossier, Long.MAX_VALUE, all).stream()
                .max(Comparator.comparingLong(Delivery::id))
                .filter(last -> full(last) && untouched(last) && coalesces(last, newStatus))
                .ifPresent(last -> replaced.add(last.id()));
        return replaced;
    }

    void setsOut(long delivery) {
        setOut.put(delivery, ++departures);
    }

    /** Whether a refused delivery may go after all: nothing newer of its dossier has set out since it did. */
    boolean mayGoAfterAll(Delivery refused, List<Delivery> all) {
        return all.stream()
                .filter(one -> one.dossierNumber().equals(refused.dossierNumber()) && one.id() > refused.id())
                .filter(one -> one.attempts() > 0 || one.state() == CONFIRMED)
                .noneMatch(
                        one -> setOut.getOrDefault(one.id(), Integer.MAX_VALUE) > setOut.getOrDefault(refused.id(), 0));
    }

    private boolean coalesces(Delivery last, String newStatus) {
        return switch (coalesce) {
            case "all" -> true;
            case "same-status" -> newStatus.equals(status.get(last.id()));
            default -> false;
        };
    }

    private static List<Delivery> before(String dossier, long id, List<Delivery> all) {
        return all.stream()
                .filter(one -> one.dossierNumber().equals(dossier) && one.id() < id && OPEN.contains(one.state()))
                .toList();
    }

    private static boolean untouched(Delivery one) {
        return one.state() == READY && !one.maybeSent();
    }

    private static boolean full(Delivery one) {
        return one.kind().equals(DeliveryWorld.STATE);
    }
}
