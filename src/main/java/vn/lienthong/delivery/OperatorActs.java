package vn.lienthong.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.workitem.WorkItems;

/** What a person may do to a delivery. Every act is audited in its own transaction and settles what was open about it. */
@Component
public class OperatorActs {
    private final DeliveryRepository deliveries;
    private final ActRepository acts;
    private final OutcomeRepository outcomes;
    private final WorkItems workItems;
    private final Audit audit;
    private final Rights rights;
    private final Announcements announcements;
    private final Wakeup wakeup;

    OperatorActs(
            DeliveryRepository deliveries,
            ActRepository acts,
            OutcomeRepository outcomes,
            WorkItems workItems,
            Audit audit,
            Rights rights,
            Announcements announcements,
            Wakeup wakeup) {
        this.deliveries = deliveries;
        this.acts = acts;
        this.outcomes = outcomes;
        this.workItems = workItems;
        this.audit = audit;
        this.rights = rights;
        this.announcements = announcements;
        this.wakeup = wakeup;
    }

    /** Does this to one delivery if the caller may; see {@link #perform}. */
    @Transactional
    public Delivery act(HandAct act, long id, Caller caller, String why, @Nullable String evidence) {
        rights.requireAct(caller, act.forOne());
        return perform(act, id, caller.name(), why, evidence);
    }

    /**
     * Does this to one delivery in the name of somebody whose right was checked. Refuses with a problem of status 409 what
     * the delivery's state or the order of its lane forbids. {@code evidence} is needed for {@link HandAct#MARK_DONE}.
     */
    @Transactional
    public Delivery perform(HandAct act, long id, String who, String why, @Nullable String evidence) {
        Delivery wanted = deliveries.find(id).orElseThrow(OperatorActs::unknown);
        List<Delivery> lane = acts.lockLane(wanted);
        Delivery delivery =
                lane.stream().filter(one -> one.id() == id).findFirst().orElseThrow(OperatorActs::unknown);
        requireStandsFor(act, delivery);
        switch (act) {
            case RETRY -> retry(delivery, lane);
            case CANCEL -> acts.cancel(id, why);
            case MARK_DONE -> markDone(delivery, Objects.requireNonNull(evidence, "evidence"));
        }
        acts.refreshLane(delivery);
        String verb = act.name().toLowerCase(Locale.ROOT).replace('_', '-');
        audit.record(who, "delivery." + verb, "delivery:" + id, words(why, evidence), Audit.Outcome.DONE);
        workItems.settleDeliveries(List.of(id), act + ": " + why);
        wakeup.ring(delivery.partner());
        Delivery now = deliveries.find(id).orElseThrow(OperatorActs::unknown);
        if (act == HandAct.MARK_DONE) {
            announcements.announceDone(now);
        }
        return now;
    }

    private void retry(Delivery delivery, List<Delivery> lane) {
        if (Reason.SEAL_PENDING.code().equals(delivery.reason())) {
            throw conflict(
                    "DELIVERY-SEAL-PENDING",
                    "Kết quả đang chờ đóng dấu số của cơ quan; gửi trước khi đóng dấu thì nơi nhận không tải được.",
                    "The result waits for the agency's seal; sent before it, the partner could not fetch it.");
        }
        if (delivery.state() == DeliveryState.REFUSED) {
            requireNothingNewer(delivery, lane);
        }
        if (delivery.state() == DeliveryState.PARKED && delivery.maybeSent()) {
            acts.uncertain(delivery.id());
        } else {
            acts.ready(delivery.id());
        }
    }

    private void markDone(Delivery delivery, String evidence) {
        if (acts.confirm(delivery.id(), evidence)) {
            outcomes.hold(delivery.partner(), List.of(delivery.dossierNumber()));
        }
    }

    private static String words(String why, @Nullable String evidence) {
        return evidence == null ? why : why + " [" + evidence + "]";
    }

    private static void requireStandsFor(HandAct act, Delivery delivery) {
        if (act.from().contains(delivery.state())) {
            return;
        }
        switch (delivery.state()) {
            case UNCERTAIN, SENDING, SENT ->
                throw conflict(
                        "DELIVERY-IN-DOUBT",
                        "Hệ thống đang hỏi hoặc chờ bên nhận; chưa thể làm gì bằng tay.",
                        "The partner is being asked or awaited; nothing can be done by hand yet.");
            case READY, PARKED, REFUSED ->
                throw conflict(
                        "DELIVERY-NOT-STOPPED",
                        "Việc gửi này còn tự chạy (" + delivery.state() + "), chưa cần đánh dấu.",
                        "This delivery still goes by itself (" + delivery.state() + "); there is nothing to mark.");
            case CONFIRMED, CANCELLED, EXPIRED ->
                throw conflict(
                        "DELIVERY-FINISHED",
                        "Việc gửi này đã kết thúc (" + delivery.state() + ").",
                        "This delivery has ended (" + delivery.state() + ").");
        }
    }

    /** A full state may pass a step: what went before the refused one did is not overtaken once more by it. */
    private void requireNothingNewer(Delivery refused, List<Delivery> lane) {
        List<Delivery> later = lane.stream()
                .filter(one ->
                        one.id() > refused.id() && (one.attempts() > 0 || one.state() == DeliveryState.CONFIRMED))
                .toList();
        Map<Long, List<Attempt>> attempts =
                deliveries
                        .attempts(Stream.concat(Stream.of(refused), later.stream())
                                .map(Delivery::id)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Attempt::deliveryId));
        Instant went = last(refused, attempts);
        boolean overtaken = later.stream().anyMatch(one -> !last(one, attempts).isBefore(went));
        if (overtaken) {
            throw conflict(
                    "DELIVERY-OVERTAKEN",
                    "Đã có trạng thái hoặc bước mới hơn của hồ sơ được gửi; gửi lại sẽ sai thứ tự.",
                    "A newer state or step of the dossier has gone already; sending this again would break the order.");
        }
    }

    /** When the partner last had to do with it. */
    private static Instant last(Delivery delivery, Map<Long, List<Attempt>> attempts) {
        return attempts.getOrDefault(delivery.id(), List.of()).stream()
                .map(Attempt::at)
                .max(Comparator.naturalOrder())
                .orElse(delivery.changedAt());
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "DELIVERY-NOT-FOUND", "Không có việc gửi này.", "There is no such delivery."));
    }

    private static ProblemException conflict(String code, String vi, String en) {
        return new ProblemException(Problem.of(409, code, vi, en));
    }
}
