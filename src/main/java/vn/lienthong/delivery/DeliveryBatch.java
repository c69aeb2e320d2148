package vn.lienthong.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a route works on: deliveries that go out in one call, each of another dossier, all of one partner, kind and unit
 * and either all new to the partner or all known to it. Steps note an outcome per delivery; what has none when the route
 * ends counts as maybe sent once {@link #markLeaving} was called, else as not sent. Not thread safe: one exchange, one
 * thread.
 */
public final class DeliveryBatch {
    private final String partner;
    private final String kind;
    private final Lease lease;
    private final List<ClaimedDelivery> items;
    private final Map<Long, DeliveryOutcome> outcomes = new LinkedHashMap<>();
    private boolean left;
    private @Nullable UUID evidenceId;
    private Map<Long, UUID> evidenceOf = Map.of();

    /** A batch just claimed. */
    public DeliveryBatch(String partner, String kind, Lease lease, List<ClaimedDelivery> items) {
        this.partner = partner;
        this.kind = kind;
        this.lease = lease;
        this.items = List.copyOf(items);
    }

    /** Whom it goes to. */
    public String partner() {
        return partner;
    }

    /** What kind of delivery it holds. */
    public String kind() {
        return kind;
    }

    /** The right to send it, and for how long. */
    public Lease lease() {
        return lease;
    }

    /** Everything claimed, in the order it should go out. */
    public List<ClaimedDelivery> items() {
        return items;
    }

    /** What has no outcome yet, in order: a step that gave some items up leaves the rest to the next step. */
    public List<ClaimedDelivery> undecided() {
        return items.stream().filter(item -> !outcomes.containsKey(item.id())).toList();
    }

    /** The unit all items are sent for. */
    public String unitCode() {
        return items.getFirst().unitCode();
    }

    /** Whether the partner is known to hold all these dossiers, so that the call is an update. */
    public boolean heldByPartner() {
        return items.getFirst().heldByPartner();
    }

    /**
     * Must be called just before the first byte of the message is written: refuses when the lease has run out on the
     * monotonic clock, and from here on an answer that never comes means maybe sent.
     *
     * @return false when the lease is over and nothing may be written
     */
    public boolean markLeaving() {
        if (!lease.holds()) {
            return false;
        }
        left = true;
        return true;
    }

    /** Whether a byte of the message may have left. */
    public boolean mayHaveLeft() {
        return left;
    }

    /** Names the evidence of the message that goes out for this batch, and of each delivery's part in it. */
    public void sendingAs(UUID message, Map<Long, UUID> parts) {
        evidenceId = message;
        evidenceOf = Map.copyOf(parts);
    }

    /** The evidence of this delivery's part of the message; of the whole message where it has no part. */
    public @Nullable UUID evidenceOf(ClaimedDelivery item) {
        return evidenceOf.getOrDefault(item.id(), evidenceId);
    }

    /** The evidence of the message that went out, if one was made. */
    public @Nullable UUID evidenceId() {
        return evidenceId;
    }

    /** Notes what the attempt came to for one delivery; the last word counts. */
    public void note(ClaimedDelivery item, DeliveryOutcome outcome) {
        outcomes.put(item.id(), Objects.requireNonNull(outcome));
    }

    /** Notes the same outcome for all that have none yet. */
    public void noteRest(DeliveryOutcome outcome) {
        undecided().forEach(item -> note(item, outcome));
    }

    /** The outcomes noted so far, by delivery id. */
    public Map<Long, DeliveryOutcome> outcomes() {
        return Map.copyOf(outcomes);
    }
}
