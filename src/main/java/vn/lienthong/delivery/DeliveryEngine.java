package vn.lienthong.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.ClaimRepository.Claim;
import vn.lienthong.delivery.ClaimRepository.Wanted;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;

/** Hands out batches to routes and writes down what became of them. */
@Component
class DeliveryEngine {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryEngine.class);

    private final ClaimRepository claims;
    private final OutcomeRepository outcomes;
    private final LaneRepository lanes;
    private final Findings findings;
    private final Announcements announcements;
    private final DeliveryMetrics metrics;
    private final Node node;
    private final Partners partners;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;
    private final Wakeup wakeup;
    private final PartnerFlow flow;

    DeliveryEngine(
            ClaimRepository claims,
            OutcomeRepository outcomes,
            LaneRepository lanes,
            Findings findings,
            Announcements announcements,
            DeliveryMetrics metrics,
            Node node,
            Partners partners,
            GatewayClock clock,
            TransactionTemplate transaction,
            Wakeup wakeup,
            PartnerFlow flow) {
        this.claims = claims;
        this.outcomes = outcomes;
        this.lanes = lanes;
        this.findings = findings;
        this.announcements = announcements;
        this.metrics = metrics;
        this.node = node;
        this.partners = partners;
        this.clock = clock;
        this.transaction = transaction;
        this.wakeup = wakeup;
        this.flow = flow;
    }

    /**
     * Claims up to {@code most} deliveries and sorts them into batches that may each go out in one call. {@code asking}
     * claims those whose arrival is in doubt instead. Nothing while the partner must not be called.
     */
    Claimed claim(String partnerId, String kind, int most, boolean asking) {
        if (flow.hold(partnerId).isPresent()) {
            return new Claimed(List.of(), false);
        }
        Partner partner = partners.get(partnerId);
        UUID token = Ids.next();
        // starts before the database's own count, so that it ends no later
        Lease lease = Lease.starting(clock, token, partner.leaseLength());
        Wanted wanted = new Wanted(
                partnerId,
                kind,
                most,
                token,
                node.id(),
                partner.leaseLength().plus(partner.leaseMargin()),
                partner.callsAtOnce());
        ClaimRepository.Found found = asking ? claims.claimDoubtful(wanted) : claims.claim(wanted);
        Map<Object, List<ClaimedDelivery>> groups = new LinkedHashMap<>();
        for (Claim claim : found.claims()) {
            // a question is about one delivery: each is written down as it is answered, and a stop waits for one only
            Object group = asking || claim.alone() ? claim.item().id() : new Sharing(claim);
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(claim.item());
        }
        return new Claimed(
                groups.values().stream()
                        .map(items -> new DeliveryBatch(partnerId, kind, lease, items))
                        .toList(),
                found.more());
    }

    /** What was claimed; {@code more}: more may be due, for whoever is free. */
    record Claimed(List<DeliveryBatch> batches, boolean more) {}

    /** Writes down what a batch came to; what the route left open is filled in by what is known of its bytes. */
    void record(DeliveryBatch batch, boolean asking, @Nullable Throwable failure) {
        batch.noteRest(unnoted(batch, asking, failure));
        obey(batch);
        RetryPolicy policy = new RetryPolicy(partners.get(batch.partner()), RandomGenerator.getDefault());
        Map<Long, DeliveryOutcome> noted = batch.outcomes();
        List<Change> changes = batch.items().stream()
                .map(item -> {
                    DeliveryOutcome outcome = Objects.requireNonNull(noted.get(item.id()));
                    Change change = asking ? policy.afterAsking(item, outcome) : policy.afterSending(item, outcome);
                    return change.withEvidence(batch.evidenceOf(item));
                })
                .toList();
        Set<PartnerKind> mayGo = new HashSet<>();
        List<Change> written = Objects.requireNonNull(transaction.execute(status -> write(batch, changes, mayGo)));
        metrics.count(batch.partner(), batch.kind(), written);
        if (written.size() < changes.size()) {
            LOG.warn(
                    "{} việc gửi tới {} đã được nút khác tiếp quản, bỏ qua kết quả của nút này / {} deliveries to {} were"
                            + " taken over by another node, this node's outcome is dropped",
                    changes.size() - written.size(),
                    batch.partner(),
                    changes.size() - written.size(),
                    batch.partner());
        }
        if (written.stream().anyMatch(change -> change.to() == DeliveryState.READY)) {
            mayGo.add(new PartnerKind(batch.partner(), batch.kind()));
        }
        wakeup.ring(mayGo);
        if (partners.get(batch.partner()).callsAtOnce() != null) {
            wakeup.ring(batch.partner()); // this call was perhaps what another waited for
        }
    }

    /** A wish for fewer calls concerns every delivery to the partner, not only those that met it. */
    private void obey(DeliveryBatch batch) {
        batch.outcomes().values().stream()
                .filter(DeliveryOutcome.Throttled.class::isInstance)
                .map(outcome -> RetryPolicy.obeyed(((DeliveryOutcome.Throttled) outcome).retryAfter()))
                .max(Comparator.naturalOrder())
                .ifPresent(wish -> flow.quiet(batch.partner(), wish));
    }

    /** Gives back what was claimed but not started. */
    void giveBack(DeliveryBatch batch, Duration pause) {
        outcomes.giveBack(
                batch.lease().token(),
                batch.items().stream().map(ClaimedDelivery::id).toList(),
                pause);
    }

    private List<Change> write(DeliveryBatch batch, List<Change> changes, Set<PartnerKind> mayGo) {
        List<String> dossiers =
                batch.items().stream().map(ClaimedDelivery::dossierNumber).toList();
        lanes.lock(dossiers);
        Set<Long> applied = outcomes.apply(batch.lease().token(), changes);
        List<Change> written = changes.stream()
                .filter(change -> applied.contains(change.item().id()))
                .toList();
        outcomes.noteAttempts(written);
        List<String> held = dossiers(written, true);
        if (!held.isEmpty()) {
            outcomes.hold(batch.partner(), held);
        }
        List<String> lost = dossiers(written, false);
        if (!lost.isEmpty()) {
            outcomes.forget(batch.partner(), lost);
        }
        mayGo.addAll(lanes.refresh(List.of(batch.partner()), dossiers));
        findings.report(batch.partner(), written);
        announcements.announce(batch.partner(), written);
        return written;
    }

    private static List<String> dossiers(List<Change> changes, boolean held) {
        return changes.stream()
                .filter(change -> change.holding() != null && change.holding() == held)
                .filter(change -> !(held && change.item().heldByPartner()))
                .map(change -> change.item().dossierNumber())
                .sorted()
                .toList();
    }

    private static DeliveryOutcome unnoted(DeliveryBatch batch, boolean asking, @Nullable Throwable failure) {
        // the words of a failure may quote personal data; the log has them
        String detail = failure == null ? null : failure.getClass().getSimpleName();
        if (asking) {
            return new DeliveryOutcome.NoAnswer(Reason.ANSWER_LOST, detail);
        }
        if (batch.mayHaveLeft()) {
            return new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, detail, false);
        }
        if (failure == null) {
            return new DeliveryOutcome.NotSent(Reason.PARTNER_UNREACHABLE, null);
        }
        return isPassingTrouble(failure)
                ? new DeliveryOutcome.NotSent(Reason.OWN_TROUBLE, detail)
                : new DeliveryOutcome.Undecidable(Reason.CANNOT_BE_BUILT, detail, false);
    }

    /** The database was away or busy while the message was built: that is no person's work, it passes. */
    private static boolean isPassingTrouble(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof TransientDataAccessException
                        || cause instanceof RecoverableDataAccessException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof TransactionException);
    }

    /** What deliveries must have in common to share a call. */
    private record Sharing(String unitCode, boolean heldByPartner) {
        Sharing(Claim claim) {
            this(claim.item().unitCode(), claim.item().heldByPartner());
        }
    }
}
