package vn.lienthong.insurance.wire;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.Reason;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.partner.WireRequest;

/** One request on the wire: its bytes are kept before the first leaves, the answer's bytes after. */
@Component
class InsuranceHttp {
    private static final int LARGEST_ANSWER = 1 << 20;

    private final PartnerHttp http;
    private final Partners partners;
    private final Evidence evidence;
    private final ReplyCodes codes;

    InsuranceHttp(PartnerHttp http, Partners partners, Evidence evidence, ReplyCodes codes) {
        this.http = http;
        this.partners = partners;
        this.evidence = evidence;
        this.codes = codes;
    }

    WireAnswer post(Call call, String path, Map<String, String> headers, byte[] body) {
        Partner partner = partners.get(call.partnerId());
        Duration most = partner.connectTimeout().plus(partner.readTimeout());
        Duration left = call.lease().remaining();
        if (left.compareTo(partner.connectTimeout()) < 0) {
            return new WireAnswer.NotLeft("hết thời hạn giữ việc / too little of the lease is left", true);
        }
        Message out = new Message(
                Ids.next(),
                Message.Direction.OUT,
                call.partnerId(),
                call.partnerId(),
                call.dossierNumber(),
                null,
                body);
        evidence.keep(List.of(out));
        call.departing().accept(out.id());
        WireAnswer answer = http.post(
                call.partnerId(),
                new WireRequest(
                        URI.create(partner.url() + path),
                        headers,
                        body,
                        left.compareTo(most) < 0 ? left : most,
                        call.mayLeave(),
                        LARGEST_ANSWER));
        report(call.partnerId(), answer);
        switch (answer) {
            case WireAnswer.Answered answered -> evidence.keep(List.of(Message.answer(out, answered.bytes())));
            case WireAnswer.Broken broken -> evidence.keep(List.of(Message.answer(out, broken.bytes())));
            case WireAnswer.NotLeft none -> {}
            case WireAnswer.Lost none -> {}
        }
        return answer;
    }

    /** What an answer that cannot be a reply means: by its status, or by what became of it on the wire. */
    Said failed(WireAnswer answer) {
        return new Said.Failed(
                switch (answer) {
                    case WireAnswer.NotLeft kept ->
                        new DeliveryOutcome.NotSent(
                                kept.ours() ? Reason.OWN_TROUBLE : Reason.PARTNER_UNREACHABLE, kept.detail());
                    case WireAnswer.Lost lost ->
                        new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, lost.detail(), false);
                    case WireAnswer.Broken broken ->
                        new DeliveryOutcome.MaybeSent(Reason.ANSWER_UNREADABLE, broken.detail(), false);
                    case WireAnswer.Answered answered -> status(answered);
                });
    }

    /** Whether the table has this code. */
    boolean knows(String code) {
        return codes.codes().containsKey(code);
    }

    /** What an answer with this code means. */
    Said told(WireAnswer.Answered answer, String code, @Nullable String words) {
        return new Said.Told(codes.ofCode(code), code, words, pause(answer));
    }

    private DeliveryOutcome status(WireAnswer.Answered answer) {
        String words = "HTTP " + answer.status() + ", " + answer.bytes().length + " byte(s)";
        if (answer.ok()) {
            return new DeliveryOutcome.MaybeSent(Reason.ANSWER_UNREADABLE, words, false);
        }
        return switch (codes.ofStatus(answer.status())) {
            case SESSION -> new DeliveryOutcome.NotSent(Reason.SESSION_REFUSED, words);
            case THROTTLED -> new DeliveryOutcome.Throttled(pause(answer));
            case NOT_SENT -> new DeliveryOutcome.NotSent(Reason.PARTNER_UNREACHABLE, words);
            case MAYBE_SENT -> new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, words, false);
            case RECEIVED, ACCEPTED, REFUSED, CORRECTION, UNKNOWN, UNDECIDABLE ->
                new DeliveryOutcome.Undecidable(Reason.REPLY_UNKNOWN, words, true);
        };
    }

    private Duration pause(WireAnswer.Answered answer) {
        return Objects.requireNonNullElse(answer.retryAfter(), codes.pause());
    }

    private void report(String partnerId, WireAnswer answer) {
        CircuitBreaker breaker = partners.breaker(partnerId);
        boolean untried = answer instanceof WireAnswer.NotLeft kept && kept.ours();
        boolean works = answer instanceof WireAnswer.Answered answered && answered.status() < 500;
        if (works) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else if (!untried) {
            breaker.onError(0, TimeUnit.NANOSECONDS, new IOException("The way to " + partnerId + " fails"));
        }
    }
}
