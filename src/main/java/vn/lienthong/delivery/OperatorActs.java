package vn.lienthong.delivery;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Act;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.workitem.WorkItems;

/** What a person may do to a delivery. Every act is audited in its own transaction. */
@Component
public class OperatorActs {
    private final DeliveryRepository deliveries;
    private final ActRepository acts;
    private final WorkItems workItems;
    private final Audit audit;
    private final Rights rights;
    private final Wakeup wakeup;

    OperatorActs(
            DeliveryRepository deliveries,
            ActRepository acts,
            WorkItems workItems,
            Audit audit,
            Rights rights,
            Wakeup wakeup) {
        this.deliveries = deliveries;
        this.acts = acts;
        this.workItems = workItems;
        this.audit = audit;
        this.rights = rights;
        this.wakeup = wakeup;
    }

    /**
     * Sends a delivery again: one that waits goes at once, one that may have arrived is first asked about, one that was
     * refused goes only while nothing newer of its dossier has gone.
     */
    @Transactional
    public Delivery retry(long id, Caller caller, String why) {
        rights.requireAct(caller, Act.RETRY);
        Delivery wanted = deliveries.find(id).orElseThrow(OperatorActs::unknown);
        List<Delivery> lane = acts.lockLane(wanted);
        Delivery delivery =
                lane.stream().filter(one -> one.id() == id).findFirst().orElseThrow(OperatorActs::unknown);
        switch (delivery.state()) {
            case READY -> acts.ready(id);
            case PARKED -> {
                if (delivery.maybeSent()) {
                    acts.uncertain(id);
                } else {
                    acts.ready(id);
                }
            }
            case REFUSED -> {
                requireNothingNewer(delivery, lane);
                acts.ready(id);
            }
            case UNCERTAIN, SENDING, SENT ->
                throw conflict(
                        "DELIVERY-IN-DOUBT",
                        "Hệ thống đang hỏi hoặc chờ bên nhận; chưa thể gửi lại.",
                        "The partner is being asked or awaited; it cannot be sent again yet.");
            case CONFIRMED, CANCELLED, EXPIRED ->
                throw conflict(
                        "DELIVERY-FINISHED",
                        "Việc gửi này đã kết thúc (" + delivery.state() + ").",
                        "This delivery has ended (" + delivery.state() + ").");
        }
        acts.refreshLane(delivery);
        audit.record(caller, "delivery.retry", "delivery:" + id, why, Audit.Outcome.DONE);
        workItems.settleDeliveries(List.of(id), "RETRY: " + why);
        wakeup.ring();
        return Objects.requireNonNull(deliveries.find(id).orElse(null));
    }

    private static void requireNothingNewer(Delivery delivery, List<Delivery> lane) {
        boolean newer = lane.stream()
                .anyMatch(later -> later.id() > delivery.id()
                        && (later.attempts() > 0 || later.state() == DeliveryState.CONFIRMED));
        if (newer) {
            throw conflict(
                    "DELIVERY-OVERTAKEN",
                    "Đã có trạng thái hoặc bước mới hơn của hồ sơ được gửi; gửi lại sẽ sai thứ tự.",
                    "A newer state or step of the dossier has gone already; sending this again would break the order.");
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "DELIVERY-NOT-FOUND", "Không có việc gửi này.", "There is no such delivery."));
    }

    private static ProblemException conflict(String code, String vi, String en) {
        return new ProblemException(Problem.of(409, code, vi, en));
    }
}
