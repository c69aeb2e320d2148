package vn.lienthong.civilstatus.wire;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.partner.WireRequest;

/** Calls of the platform, signed in; a token that is over is renewed once. All bytes but those of the sign-in are kept. */
@Component
class CivilStatusHttp {
    private static final int LARGEST_ANSWER = 16 << 20;

    private final PartnerHttp http;
    private final Partners partners;
    private final Evidence evidence;
    private final ClientTokens tokens;
    private final ClientTokens.Client client;
    private final ReplyTable replies;

    CivilStatusHttp(
            PartnerHttp http,
            Partners partners,
            Evidence evidence,
            ClientTokens tokens,
            Contract contract,
            CivilStatusProperties settings,
            ReplyTable replies) {
        this.http = http;
        this.partners = partners;
        this.evidence = evidence;
        this.tokens = tokens;
        this.client = new ClientTokens.Client(contract.token(), settings.key(), settings.secret());
        this.replies = replies;
    }

    /** An answer and the evidence of it, where one came. */
    record Answer(WireAnswer wire, UUID evidence) {}

    Answer post(Call call, String path, byte[] body) {
        Message out = new Message(
                Ids.next(),
                Message.Direction.OUT,
                CivilStatusLine.PARTNER,
                CivilStatusLine.PARTNER,
                call.dossierNumber(),
                null,
                body);
        WireAnswer answer = signedIn(call, path, body, out);
        report(answer);
        return switch (answer) {
            case WireAnswer.Answered answered -> new Answer(answer, keep(out, answered.bytes()));
            case WireAnswer.Broken broken -> new Answer(answer, keep(out, broken.bytes()));
            case WireAnswer.NotLeft none -> new Answer(answer, out.id());
            case WireAnswer.Lost none -> new Answer(answer, out.id());
        };
    }

    private UUID keep(Message out, byte[] bytes) {
        Message in = Message.answer(out, bytes);
        evidence.keep(List.of(in));
        return in.id();
    }

    private WireAnswer signedIn(Call call, String path, byte[] body, Message out) {
        Partner partner = partners.get(CivilStatusLine.PARTNER);
        for (boolean renewed = false; ; renewed = true) {
            if (longest(call, partner).compareTo(partner.connectTimeout()) < 0) {
                return new WireAnswer.NotLeft("hết thời hạn giữ việc / too little of the lease is left", true);
            }
            Optional<String> token = tokens.current(
                    CivilStatusLine.PARTNER, client, longest(call, partner).dividedBy(2));
            if (token.isEmpty()) {
                return new WireAnswer.NotLeft("không có mã truy cập / no token was given", false);
            }
            if (!renewed) {
                evidence.keep(List.of(out));
                call.departing().accept(out.id());
            }
            WireAnswer answer = http.post(
                    CivilStatusLine.PARTNER,
                    new WireRequest(
                            URI.create(partner.url() + path),
                            Map.of(
                                    "Content-Type",
                                    "application/json; charset=UTF-8",
                                    "Authorization",
                                    "Bearer " + token.get()),
                            body,
                            longest(call, partner),
                            call.mayLeave(),
                            LARGEST_ANSWER));
            if (renewed || !sessionOver(answer)) {
                return answer;
            }
            tokens.refused(CivilStatusLine.PARTNER, token.get());
        }
    }

    private static Duration longest(Call call, Partner partner) {
        Duration most = partner.connectTimeout().plus(partner.readTimeout());
        Duration left = call.remaining().get();
        return left.compareTo(most) < 0 ? left : most;
    }

    private boolean sessionOver(WireAnswer answer) {
        return answer instanceof WireAnswer.Answered answered
                && !answered.ok()
                && replies.ofStatus(answered.status()) == Meaning.SESSION;
    }

    private void report(WireAnswer answer) {
        CircuitBreaker breaker = partners.breaker(CivilStatusLine.PARTNER);
        boolean untried = answer instanceof WireAnswer.NotLeft kept && kept.ours();
        boolean works =
                answer instanceof WireAnswer.Answered answered && (answered.status() < 500 || answered.status() == 503);
        if (works) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else if (!untried) {
            breaker.onError(
                    0, TimeUnit.NANOSECONDS, new IOException("The way to " + CivilStatusLine.PARTNER + " fails"));
        }
    }
}
