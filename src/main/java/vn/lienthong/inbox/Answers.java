package vn.lienthong.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.DeliveryAnswer;
import vn.lienthong.delivery.DeliveryListener;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.Reason;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItemListener;

/** Tells agencies what partners answered to their deliveries, and what waits for their people. */
@Component
class Answers implements DeliveryListener, WorkItemListener {
    /** The answer itself tells these, with more to it. */
    private static final Set<String> TOLD_AS_ANSWER =
            Set.of("DELIVERY-PARKED", "DELIVERY-REFUSED", "DELIVERY-EXPIRED", "DELIVERY-CORRECTION");

    private final Inbox inbox;
    private final GatewayClock clock;
    private final List<String> tellConfirmed;

    Answers(Inbox inbox, GatewayClock clock, InboxProperties settings) {
        this.inbox = inbox;
        this.clock = clock;
        this.tellConfirmed = settings.tellConfirmed();
    }

    @Override
    public boolean wantsConfirmed(String agency) {
        return !tellConfirmed.isEmpty()
                && tellConfirmed.stream().anyMatch(own -> agency.equals(own) || agency.startsWith(own + "."));
    }

    @Override
    public void answered(List<DeliveryAnswer> answers) {
        inbox.tell(answers.stream()
                .map(answer -> event(answer, answer.state().name().toLowerCase(Locale.ROOT), null))
                .toList());
    }

    @Override
    public void acknowledged(List<DeliveryAnswer> answers) {
        inbox.tell(answers.stream()
                .map(answer -> event(answer, "acknowledged", outcome(answer)))
                .toList());
    }

    private static String outcome(DeliveryAnswer answer) {
        if (answer.state() == DeliveryState.CONFIRMED) {
            return "ACCEPTED";
        }
        return answer.reason() == Reason.CORRECTION_WANTED ? "CORRECTION" : "REFUSED";
    }

    @Override
    public void opened(UUID id, NewWorkItem item) {
        if (!TOLD_AS_ANSWER.contains(item.code())) {
            Long delivery = item.deliveryId();
            inbox.tell(new InboxEvent(
                    new Receiver.OfAgency(item.agency()),
                    "vn.lienthong.workitem.opened.v1",
                    item.dossierNumber(),
                    clock.now(),
                    new WorkItemOpened(
                            id,
                            item.code(),
                            item.agency(),
                            item.dossierNumber(),
                            delivery == null ? null : delivery.toString(),
                            item.eventId(),
                            item.detail())));
        }
    }

    private InboxEvent event(DeliveryAnswer answer, String what, @Nullable String outcome) {
        Reason reason = answer.reason();
        return new InboxEvent(
                new Receiver.OfAgency(answer.agency()),
                "vn.lienthong.delivery." + what + ".v1",
                answer.dossierNumber(),
                clock.now(),
                new DeliveryAnswered(
                        Long.toString(answer.deliveryId()),
                        answer.partner(),
                        answer.kind(),
                        answer.dossierNumber(),
                        answer.agency(),
                        answer.eventId(),
                        answer.state().name(),
                        outcome,
                        reason == null ? null : reason.code(),
                        reason == null ? null : reason.text(),
                        answer.detail(),
                        answer.partnerCode(),
                        answer.evidenceId()));
    }

    /** Data of {@code vn.lienthong.delivery.*}. */
    record DeliveryAnswered(
            String deliveryId,
            String partner,
            String kind,
            String dossierNumber,
            String agency,
            UUID eventId,
            String state,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Bilingual reasonText,
            @Nullable String detail,
            @Nullable String partnerCode,
            @Nullable UUID evidenceId) {}

    /** Data of {@code vn.lienthong.workitem.opened.v1}. */
    record WorkItemOpened(
            UUID workItemId,
            String code,
            String agency,
            @Nullable String dossierNumber,
            @Nullable String deliveryId,
            @Nullable UUID eventId,
            Bilingual detail) {}
}
