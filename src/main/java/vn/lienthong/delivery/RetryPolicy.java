package vn.lienthong.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.DeliveryOutcome.AlreadyThere;
import vn.lienthong.delivery.DeliveryOutcome.CannotTell;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NoAnswer;
import vn.lienthong.delivery.DeliveryOutcome.NotHeld;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Sent;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.partner.Partner;

/** Turns the outcome of an attempt or a question into the next state and the pause before it. The only retry policy. */
record RetryPolicy(Partner partner, RandomGenerator random) {
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    /** What an attempt to send came to. */
    Change afterSending(ClaimedDelivery item, DeliveryOutcome outcome) {
        Step step = new Step(item, DeliveryState.SENDING);
        return switch (outcome) {
            case Confirmed done -> step.confirmed(done.partnerCode());
            case Sent sent ->
                step.to(DeliveryState.SENT)
                        .waiting(partner.acknowledgementDue())
                        .build();
            case NotSent fault -> step.again(FaultClass.NOT_SENT, fault.reason(), fault.detail(), pause(item));
            case Throttled fault ->
                step.again(
                        FaultClass.THROTTLED, Reason.THROTTLED, null, longer(obeyed(fault.retryAfter()), pause(item)));
            case MaybeSent fault ->
                step.to(DeliveryState.UNCERTAIN)
                        .fault(FaultClass.MAYBE_SENT, fault.reason(), fault.detail())
                        .alone(fault.alone())
                        .maybeSent()
                        .waiting(
                                item.faults() == 0
                                        ? partner.settle()
                                        : partner.settle().plus(pause(item)))
                        .build();
            case AlreadyThere known ->
                step.holding(true)
                        .code(known.partnerCode())
                        .again(
                                FaultClass.NOT_SENT,
                                Reason.ALREADY_THERE,
                                null,
                                item.faults() == 0 ? Duration.ZERO : pause(item));
            case NotHeld unknown ->
                step.holding(false)
                        .code(unknown.partnerCode())
                        .again(
                                FaultClass.NOT_SENT,
                                Reason.NOT_HELD,
                                null,
                                item.faults() == 0 ? Duration.ZERO : pause(item));
            case Refused no ->
                step.to(DeliveryState.REFUSED)
                        .fault(FaultClass.REFUSED, no.reason(), no.partnerMessage())
                        .code(no.partnerCode())
                        .build();
            case Undecidable unclear ->
                step.to(DeliveryState.PARKED)
                        .fault(FaultClass.UNDECIDABLE, unclear.reason(), unclear.detail())
                        .maybeSent(unclear.maybeSent() ? Boolean.TRUE : null)
                        .build();
            case NotThere answer -> throw new IllegalArgumentException("An attempt to send cannot end as " + answer);
            case CannotTell answer -> throw new IllegalArgumentException("An attempt to send cannot end as " + answer);
            case NoAnswer answer -> throw new IllegalArgumentException("An attempt to send cannot end as " + answer);
        };
    }

    /** What a question to the partner came to. */
    Change afterAsking(ClaimedDelivery item, DeliveryOutcome outcome) {
        Step step = new Step(item, DeliveryState.UNCERTAIN);
        return switch (outcome) {
            case Confirmed done -> step.confirmed(done.partnerCode());
            case NotThere absent ->
                step.to(DeliveryState.READY).maybeSent(false).build();
            case CannotTell unclear -> undecided(item, step, unclear);
            case Undecidable unclear ->
                step.to(DeliveryState.PARKED)
                        .fault(FaultClass.UNDECIDABLE, unclear.reason(), unclear.detail())
                        .maybeSent()
                        .build();
            case Refused no ->
                step.to(DeliveryState.REFUSED)
                        .fault(FaultClass.REFUSED, no.reason(), no.partnerMessage())
                        .code(no.partnerCode())
                        .build();
            case NoAnswer none -> step.askAgain(none.reason(), none.detail(), pause(item));
            case NotSent none -> step.askAgain(none.reason(), none.detail(), pause(item));
            case MaybeSent none -> step.askAgain(none.reason(), none.detail(), pause(item));
            case Throttled slower ->
                step.askAgain(Reason.THROTTLED, null, longer(obeyed(slower.retryAfter()), pause(item)));
            case Sent answer -> throw new IllegalArgumentException("A question cannot end as " + answer);
            case AlreadyThere answer -> throw new IllegalArgumentException("A question cannot end as " + answer);
            case NotHeld answer -> throw new IllegalArgumentException("A question cannot end as " + answer);
        };
    }

    /** A full state does no harm twice; a step may be doubled only where the partner entry allows it. */
    private Change undecided(ClaimedDelivery item, Step step, CannotTell answer) {
        if (item.fullState()) {
            return step.to(DeliveryState.READY).holding(true).maybeSent().build();
        }
        if (partner.resendMaybeSentSteps()) {
            return step.to(DeliveryState.READY).maybeSent().build();
        }
        return step.to(DeliveryState.PARKED)
                .fault(FaultClass.UNDECIDABLE, Reason.MAYBE_SENT, answer.detail())
                .maybeSent()
                .build();
    }

    /** Exponential with full jitter over its upper half, so that a whole backlog does not come back at one moment. */
    private Duration pause(ClaimedDelivery item) {
        long most = partner.retryMost().toMillis();
        long grown = partner.retryFirst().toMillis() << Math.min(item.faults(), 20);
        long ceiling = Math.max(1, Math.min(most, grown));
        return Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
    }

    /** What of a partner's wish to wait is obeyed: a slip of its clock must not stop us for years. */
    static Duration obeyed(Duration wished) {
        return wished.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wished;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Gathers a change, starting from what stays as it is. */
    private static final class Step {
        private final ClaimedDelivery item;
        private final DeliveryState from;
        private DeliveryState to;
        private Duration wait = Duration.ZERO;
        private @Nullable FaultClass fault;
        private @Nullable Reason reason;
        private @Nullable String detail;
        private @Nullable String partnerCode;
        private @Nullable Boolean alone;
        private @Nullable Boolean holding;
        private @Nullable Boolean maybeSent;

        Step(ClaimedDelivery item, DeliveryState from) {
            this.item = item;
            this.from = from;
            this.to = from;
        }

        Change confirmed(@Nullable String code) {
            return to(DeliveryState.CONFIRMED)
                    .code(code)
                    .maybeSent(false)
                    .holding(item.fullState() ? Boolean.TRUE : null)
                    .build();
        }

        Change again(FaultClass why, Reason because, @Nullable String words, Duration pause) {
            return to(DeliveryState.READY)
                    .fault(why, because, words)
                    .waiting(pause)
                    .build();
        }

        Change askAgain(Reason because, @Nullable String words, Duration pause) {
            return fault(FaultClass.MAYBE_SENT, because, words)
                    .maybeSent()
                    .waiting(pause)
                    .build();
        }

        Step to(DeliveryState next) {
            to = next;
            return this;
        }

        Step fault(FaultClass why, Reason because, @Nullable String words) {
            fault = why;
            reason = because;
            detail = words;
            return this;
        }

        Step code(@Nullable String code) {
            partnerCode = code;
            return this;
        }

        Step alone(boolean lonely) {
            alone = lonely ? Boolean.TRUE : null;
            return this;
        }

        Step holding(@Nullable Boolean held) {
            holding = held;
            return this;
        }

        Step maybeSent() {
            return maybeSent(true);
        }

        Step maybeSent(@Nullable Boolean maybe) {
            maybeSent = maybe;
            return this;
        }

        Step waiting(Duration pause) {
            wait = pause;
            return this;
        }

        Change build() {
            // an answered question ends no row of faults: what was asked about had come to nothing
            int faults = fault != null ? item.faults() + 1 : to == DeliveryState.CONFIRMED ? 0 : item.faults();
            return new Change(
                    item, from, to, wait, fault, faults, reason, detail, partnerCode, alone, maybeSent, holding, null);
        }
    }
}
