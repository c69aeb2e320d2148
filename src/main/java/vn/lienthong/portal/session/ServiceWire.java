package vn.lienthong.portal.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partner.Account;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.partner.WireRequest;
import vn.lienthong.portal.session.Interpretation.Way;
import vn.lienthong.portal.session.SessionConnector.Talk;

/** One request of a service on the wire: its bytes are kept before the first leaves, the answer's bytes after. */
@Component
class ServiceWire {
    private final PartnerHttp http;
    private final Partners partners;
    private final Evidence evidence;
    private final ReplyTables tables;
    private final ServiceContracts contracts;

    ServiceWire(
            PartnerHttp http, Partners partners, Evidence evidence, ReplyTables tables, ServiceContracts contracts) {
        this.http = http;
        this.partners = partners;
        this.evidence = evidence;
        this.tables = tables;
        this.contracts = contracts;
    }

    Interpretation once(Talk talk, Partner partner, Account account, PartnerSession session) {
        if (talk.lease().remaining().compareTo(partner.connectTimeout()) < 0) {
            WireAnswer tooLate =
                    new WireAnswer.NotLeft("hết thời hạn giữ việc / too little of the lease is left", true);
            return Interpretation.of(tooLate, tables.of(talk.partnerId()));
        }
        Envelope envelope = contracts.of(talk.partnerId()).envelope();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put(envelope.session(), session.value());
        body.setAll(talk.parameters());
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        Outgoing outgoing = Outgoing.of(talk.partnerId(), bytes, envelope.shape(), talk.items());
        Message out = outgoing.whole();
        evidence.keep(out, outgoing.parts());
        talk.departing().accept(outgoing);
        WireAnswer answer = http.post(
                talk.partnerId(),
                new WireRequest(
                        Addresses.call(partner, account),
                        Addresses.headers(account),
                        bytes,
                        longest(talk, partner),
                        talk.mayLeave()));
        keep(out, answer);
        Interpretation read = Interpretation.of(answer, tables.of(talk.partnerId()));
        if (read.way() != Way.UNTRIED) {
            report(talk.partnerId(), read.way() == Way.WORKS);
        }
        return read;
    }

    /** Tells the partner's breaker whether the way there works. */
    void report(String partnerId, boolean works) {
        CircuitBreaker breaker = partners.breaker(partnerId);
        if (works) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, new IOException("The way to " + partnerId + " fails"));
        }
    }

    private void keep(Message out, WireAnswer answer) {
        switch (answer) {
            case WireAnswer.Answered answered -> evidence.keep(List.of(Message.answer(out, answered.bytes())));
            case WireAnswer.Broken broken -> evidence.keep(List.of(Message.answer(out, broken.bytes())));
            case WireAnswer.NotLeft none -> {}
            case WireAnswer.Lost none -> {}
        }
    }

    private static Duration longest(Talk talk, Partner partner) {
        Duration most = partner.connectTimeout().plus(partner.readTimeout());
        Duration left = talk.lease().remaining();
        return left.compareTo(most) < 0 ? left : most;
    }
}
