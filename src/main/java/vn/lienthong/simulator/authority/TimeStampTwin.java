package vn.lienthong.simulator.authority;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/** The time-stamp authority's twin (RFC 3161 over HTTP): {@code POST /tsa}. */
final class TimeStampTwin implements Platform {
    private static final String ANSWER = "application/timestamp-reply";

    private final Stamps stamps;
    private final Knob<TimeStampBehaviour> knob;

    TimeStampTwin(SampleAuthority authority, Ledger ledger, Clock clock) {
        this.stamps = new Stamps(authority, clock);
        this.knob =
                new Knob<>(ledger, id(), TimeStampBehaviour.USUAL, TimeStampBehaviour::read, TimeStampBehaviour::write);
    }

    Knob<TimeStampBehaviour> knob() {
        return knob;
    }

    @Override
    public String id() {
        return "tsa";
    }

    @Override
    public Visit visit(Call call) {
        if (call.path().size() > 1) {
            return Visit.futile(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        }
        if (!call.method().equals("POST")) {
            return Visit.futile(Reply.refusal(405, "Chỉ nhận POST.", "POST only."));
        }
        return new Errand("time-stamp", () -> Reply.bytes(200, ANSWER, answer(call.body())));
    }

    private byte[] answer(byte[] body) {
        try {
            return stamps.answer(new TimeStampRequest(body), knob.now());
        } catch (IOException malformed) {
            return stamps.badRequest();
        } catch (TSPException refused) {
            throw new IllegalStateException("The sample time-stamp authority could not answer", refused);
        }
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        return knob.control(call, rest);
    }

    @Override
    public void describe(ObjectNode stats) {}

    @Override
    public void empty() {}
}
