package vn.lienthong.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.Page;
import vn.lienthong.partner.Partners;

/** The durable queue as other rooms use it: put events in, look at what became of them. */
@Component
public class Deliveries {
    private final EnqueueRepository queue;
    private final DeliveryRepository deliveries;
    private final OutcomeRepository outcomes;
    private final Partners partners;
    private final Wakeup wakeup;
    private final Findings findings;
    private final LaneRepository lanes;
    private final TransactionTemplate transaction;

    Deliveries(
            EnqueueRepository queue,
            DeliveryRepository deliveries,
            OutcomeRepository outcomes,
            Partners partners,
            Wakeup wakeup,
            Findings findings,
            LaneRepository lanes,
            TransactionTemplate transaction) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.partners = partners;
        this.wakeup = wakeup;
        this.findings = findings;
        this.lanes = lanes;
        this.transaction = transaction;
    }

    /**
     * Makes one delivery per request and interested partner in the caller's transaction, which must hold the lock of each
     * dossier; requests of one dossier must come in the order of their versions. What a new full state replaces is called
     * off in the same transaction, and with it what was open about it. Senders are woken after the commit.
     *
     * @return the new deliveries of each event
     */
    public Map<UUID, List<Delivery>> enqueue(List<DeliveryRequest> requests) {
        EnqueueRepository.Enqueued enqueued = queue.enqueue(requests, partners.all());
        findings.superseded(enqueued.replaced());
        wakeup.ring(enqueued.mayGo());
        Map<UUID, List<Delivery>> made = new LinkedHashMap<>();
        enqueued.made()
                .forEach(delivery -> made.computeIfAbsent(delivery.eventId(), id -> new ArrayList<>())
                        .add(delivery));
        return made;
    }

    /**
     * Lets what is not settled of a dossier count for another agency, because the dossier went over: that agency learns what
     * becomes of it. Where it goes and under which unit stays.
     */
    public void rehome(String dossierNumber, String from, String to) {
        queue.rehome(dossierNumber, from, to);
    }

    /** Whether there is such a partner and it takes deliveries of this kind. */
    public boolean takes(String partner, String kind) {
        return partners.find(partner)
                .filter(known -> known.kinds().contains(kind))
                .isPresent();
    }

    /**
     * Lets the deliveries of this event, made in the same transaction, wait for the agency's seal. What comes after them in
     * their lanes waits with them.
     */
    public void holdForSeal(String dossierNumber, UUID event) {
        queue.hold(dossierNumber, event, Reason.SEAL_PENDING.code());
    }

    /** Lets go what waited for the seal of this event, in the caller's transaction if there is one. */
    public void releaseSealed(String dossierNumber, UUID event) {
        queue.release(dossierNumber, event, Reason.SEAL_PENDING.code());
        wakeup.ringAll();
    }

    /**
     * Dossiers of which only steps were told, by number from the one after {@code after} on, with the unit their steps are
     * sent for: their steps wait until the partner holds the dossier, which another road may have brought there.
     */
    public Map<String, String> stepsWithoutDossier(String partner, String after, int most) {
        return deliveries.stepsWithoutDossier(partner, after, most);
    }

    /** Notes that the partner was seen to hold these dossiers, so that their steps may go. */
    public void noteHeld(String partner, List<String> dossierNumbers) {
        transaction.executeWithoutResult(status -> {
            lanes.lock(dossierNumbers);
            outcomes.hold(partner, dossierNumbers.stream().sorted().toList());
            lanes.refresh(List.of(partner), dossierNumbers);
        });
        wakeup.ring(partner);
    }

    /** Writes the number of the parcel that a delivery led to, in the caller's transaction if there is one. */
    public void noteParcel(long delivery, String parcelNumber) {
        deliveries.noteParcel(delivery, parcelNumber);
    }

    /** All deliveries of a dossier, oldest first. */
    public List<Delivery> ofDossier(String dossierNumber) {
        return deliveries.ofDossier(dossierNumber);
    }

    /** The deliveries that led to the parcel of this number, oldest first. */
    public List<Delivery> ofParcel(String parcelNumber) {
        return deliveries.ofParcel(parcelNumber);
    }

    /** The deliveries made from these events of these dossiers. */
    public Map<UUID, List<Delivery>> ofEvents(Collection<String> dossierNumbers, Collection<UUID> events) {
        return deliveries.ofEvents(dossierNumbers, events);
    }

    /** The events of these dossiers whose delivery to this partner a person called off. */
    public Set<UUID> calledOff(String partner, Collection<String> dossierNumbers) {
        return deliveries.calledOff(partner, dossierNumbers);
    }

    /** One delivery. */
    public Optional<Delivery> find(long id) {
        return deliveries.find(id);
    }

    /** Those of these deliveries that there are, by id. */
    public Map<Long, Delivery> find(Collection<Long> ids) {
        return deliveries.find(ids);
    }

    /**
     * Deliveries on their way since then or longer, by id from the one after {@code after} on: they have not ended, and no
     * person has them.
     */
    public List<Delivery> underWay(Instant since, long after, int most) {
        return deliveries.underWay(since, after, most);
    }

    /** Deliveries that match, newest first. */
    public Page<Delivery> search(DeliveryFilter filter) {
        return deliveries.search(filter);
    }

    /** What is not settled, counted by partner and state. */
    public List<Waiting> waiting() {
        return deliveries.waiting();
    }

    /** The attempts and questions of these deliveries, oldest first. */
    public List<Attempt> attempts(Collection<Long> deliveryIds) {
        return deliveries.attempts(deliveryIds);
    }
}
