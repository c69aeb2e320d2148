package vn.lienthong.citizen.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.citizen.register.RegisterDoor.Wire;
import vn.lienthong.citizen.register.RegisterLine.Way;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.partner.WireRequest;

/** One question on its way: signs in, sends once, keeps the bytes of both directions, all before one end. */
final class RegisterCarriage implements Carriage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANNEL = "lookup";
    private static final int ERROR = 500;

    /** No register answers in less: nothing is sent when less is left. */
    static final Duration LEAST = Duration.ofMillis(200);

    private final Way way;
    private final Question question;
    private final long end;
    private final List<Message> messages = new ArrayList<>();

    RegisterCarriage(Way way, Question question, Duration longest) {
        this.way = way;
        this.question = question;
        this.end = way.clock().monotonicNanos() + longest.toNanos();
    }

    /** What crossed the wall. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    public byte[] carry(byte[] envelope) throws CarriageFailed {
        byte[] body = way.door().wire() == Wire.SOAP ? envelope : ProxyJson.bytes(question);
        WireAnswer.Answered answered = send(body);
        if (answered.status() == 401 && signsByToken()) {
            // the token ended before its time; nothing was asked yet
            way.tokens().refused(way.partnerId());
            answered = send(body);
        }
        return GivenXml.checked(unwrapped(answered));
    }

    private boolean signsByToken() {
        return way.door().scheme() == DoorScheme.WSO2 || way.door().scheme() == DoorScheme.LGSP;
    }

    private WireAnswer.Answered send(byte[] body) throws CarriageFailed {
        var headers = way.signer()
                .sign(way.partnerId(), way.door(), left())
                .orElseThrow(() -> new CarriageFailed(Trouble.REGISTER_SIGN_IN, "no secret or no token"));
        Duration left = left();
        if (left.compareTo(LEAST) < 0) {
            throw new CarriageFailed(Trouble.REGISTER_SLOW, "signing in took all the time");
        }
        long started = way.clock().monotonicNanos();
        var all = new LinkedHashMap<>(headers);
        all.put("Content-Type", contentType());
        if (way.door().wire() == Wire.SOAP) {
            all.put("SOAPAction", "\"\"");
        }
        Message out = message(Message.Direction.OUT, null, body);
        messages.add(out);
        WireAnswer answer = way.http()
                .post(
                        way.partnerId(),
                        new WireRequest(
                                URI.create(way.partner().url() + way.door().path()),
                                all,
                                body,
                                left,
                                () -> true,
                                way.largest()));
        boolean late = way.clock().monotonicNanos() - started >= left.toNanos();
        return switch (answer) {
            case WireAnswer.NotLeft kept -> throw new CarriageFailed(Trouble.REGISTER_DOWN, kept.detail());
            case WireAnswer.Lost lost -> throw failed(late, Trouble.REGISTER_DOWN, lost.detail());
            case WireAnswer.Broken broken -> {
                messages.add(message(Message.Direction.IN, out, broken.bytes()));
                throw broken.tooLong()
                        ? new CarriageFailed(Trouble.REGISTER_TOO_LARGE, broken.detail())
                        : failed(late, Trouble.REGISTER_UNREADABLE, broken.detail());
            }
            case WireAnswer.Answered answered -> {
                messages.add(message(Message.Direction.IN, out, answered.bytes()));
                yield answered;
            }
        };
    }

    /** What is left for all that this question still sends; whole milliseconds, as the line counts. */
    private Duration left() {
        return Duration.ofMillis(Math.max(0, (end - way.clock().monotonicNanos()) / 1_000_000));
    }

    private String contentType() {
        if (way.door().wire() == Wire.JSON_PROXY) {
            return "application/json";
        }
        // the door of X-Road takes envelopes under this name only
        return way.door().scheme() == DoorScheme.X_ROAD ? "application/xml" : "text/xml; charset=UTF-8";
    }

    private byte[] unwrapped(WireAnswer.Answered answered) throws CarriageFailed {
        int status = answered.status();
        byte[] bytes = answered.bytes();
        switch (status) {
            case 401, 403 -> throw new CarriageFailed(Trouble.REGISTER_SIGN_IN, "HTTP " + status);
            case 429 -> throw new CarriageFailed(Trouble.REGISTER_THROTTLED, "HTTP " + status);
            default -> {}
        }
        // SOAP 1.1 sends its faults with status 500
        boolean fault = status == ERROR && bytes.length > 0 && bytes[0] == '<';
        if (!answered.ok() && !fault) {
            throw new CarriageFailed(Trouble.REGISTER_DOWN, "HTTP " + status);
        }
        return way.door().wire() == Wire.SOAP ? bytes : inner(bytes);
    }

    /** The envelope that stands as text in a proxy's answer. */
    private static byte[] inner(byte[] bytes) throws CarriageFailed {
        try {
            JsonNode told = JSON.readTree(bytes);
            String code = told.path("error_code").asText();
            if (!code.matches("0+")) {
                throw new CarriageFailed(
                        code.isEmpty() ? Trouble.REGISTER_UNREADABLE : Trouble.REGISTER_REFUSED, "error_code " + code);
            }
            return told.path("message").asText().getBytes(StandardCharsets.UTF_8);
        } catch (CarriageFailed told) {
            throw told;
        } catch (IOException unreadable) {
            throw new CarriageFailed(Trouble.REGISTER_UNREADABLE, "not JSON, " + bytes.length + " bytes");
        }
    }

    private Message message(Message.Direction direction, @Nullable Message to, byte[] bytes) {
        return new Message(
                Ids.next(),
                direction,
                CHANNEL,
                way.partnerId(),
                question.dossierNumber(),
                to == null ? null : to.id(),
                bytes);
    }

    private static CarriageFailed failed(boolean late, Trouble otherwise, String detail) {
        return new CarriageFailed(late ? Trouble.REGISTER_SLOW : otherwise, detail);
    }
}
