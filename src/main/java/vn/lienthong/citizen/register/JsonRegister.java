package vn.lienthong.citizen.register;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.partner.WireRequest;

/** Asks registers that speak JSON, as their files say: once, within the time that is left, bytes of both ways kept. */
@Component
public class JsonRegister {
    private static final Logger LOG = LoggerFactory.getLogger(JsonRegister.class);
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(100_000)
                            .build())
                    .build())
            .build();

    private final Partners partners;
    private final RegisterLine line;
    private final GatewayClock clock;

    JsonRegister(Partners partners, RegisterLine line, GatewayClock clock) {
        this.partners = partners;
        this.line = line;
        this.clock = clock;
    }

    /** Asks this, for a dossier, and answers before {@code left} is over. */
    public JsonAnswer ask(RegisterFile file, AskedFor asked, Duration left) {
        Optional<Partner> partner = partners.find(file.partner());
        if (partner.isEmpty()) {
            return new JsonAnswer.Untold(Trouble.REGISTER_OFF, "no partner entry", List.of());
        }
        if (partner.get().inMaintenance(clock.now())) {
            return new JsonAnswer.Untold(Trouble.REGISTER_MAINTENANCE, "maintenance window", List.of());
        }
        CircuitBreaker breaker = partners.breaker(file.partner());
        if (!breaker.tryAcquirePermission()) {
            return new JsonAnswer.Untold(Trouble.REGISTER_PAUSED, "breaker open", List.of());
        }
        Duration longest = left.compareTo(partner.get().readTimeout()) < 0
                ? left
                : partner.get().readTimeout();
        long started = clock.monotonicNanos();
        JsonAnswer answer;
        try {
            answer = new Conversation(file, asked, started + longest.toNanos()).hold();
        } catch (RuntimeException | Error ours) {
            breaker.releasePermission();
            throw ours;
        }
        long took = clock.monotonicNanos() - started;
        if (answer instanceof JsonAnswer.Untold untold) {
            LOG.warn("{}: {} ({})", file.partner(), untold.trouble().code(), untold.detail());
            if (untold.trouble().wayFails()) {
                breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(untold.detail()));
                return answer;
            }
        }
        breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        return answer;
    }

    /** One question and what came back. */
    private final class Conversation {
        private final RegisterFile file;
        private final AskedFor asked;
        private final long end;
        private final RegisterLine.Way way;
        private final List<Message> messages = new ArrayList<>();

        Conversation(RegisterFile file, AskedFor asked, long end) {
            this.file = file;
            this.asked = asked;
            this.end = end;
            this.way = line.to(file.partner());
        }

        JsonAnswer hold() {
            try {
                WireAnswer.Answered answered = send();
                if (answered.status() == 401
                        && Set.of(DoorScheme.WSO2, DoorScheme.LGSP)
                                .contains(way.door().scheme())) {
                    way.tokens().refused(file.partner()); // the token ended before its time; nothing was asked yet
                    answered = send();
                }
                return read(answered);
            } catch (CarriageFailed failed) {
                return new JsonAnswer.Untold(
                        failed.trouble(), String.valueOf(failed.getMessage()), List.copyOf(messages));
            }
        }

        private WireAnswer.Answered send() throws CarriageFailed {
            Map<String, String> headers = new LinkedHashMap<>(way.signer()
                    .sign(file.partner(), way.door(), left())
                    .orElseThrow(() -> new CarriageFailed(Trouble.REGISTER_SIGN_IN, "no secret or no token")));
            headers.put("Accept", "application/json");
            String address = way.partner().url() + way.door().path() + file.path();
            byte[] body = new byte[0];
            if (file.get()) {
                address += "?" + file.parameter() + "=" + URLEncoder.encode(asked.key(), StandardCharsets.UTF_8);
            } else {
                headers.put("Content-Type", "application/json");
                body = bytes(question().toString());
            }
            Duration left = left();
            if (left.compareTo(RegisterCarriage.LEAST) < 0) {
                throw new CarriageFailed(Trouble.REGISTER_SLOW, "signing in took all the time");
            }
            // of a question without a body the address is what crossed the wall
            Message out = message(Message.Direction.OUT, null, file.get() ? bytes("GET " + address) : body);
            messages.add(out);
            URI to = URI.create(address);
            WireAnswer answer = file.get()
                    ? way.http().get(file.partner(), to, headers, left, way.largest())
                    : way.http()
                            .post(file.partner(), new WireRequest(to, headers, body, left, () -> true, way.largest()));
            boolean late = clock.monotonicNanos() >= end;
            return switch (answer) {
                case WireAnswer.NotLeft kept -> throw failed(late, Trouble.REGISTER_DOWN, kept.detail());
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

        private ObjectNode question() {
            ObjectNode question = JSON.createObjectNode();
            if (file.inParts()) {
                question.put(file.parameter(), Long.parseLong(file.part(asked.key(), RegisterFile.NUMBER)));
            } else {
                question.put(file.parameter(), asked.key());
            }
            file.with()
                    .forEach((member, said) -> question.put(
                            member,
                            switch (said) {
                                case "$officer-id" -> asked.officerId();
                                case "$officer-name" -> asked.officerName();
                                case "$procedure" -> asked.procedureCode();
                                case "$module" -> file.part(asked.key(), "module");
                                default -> said;
                            }));
            Papers papers = file.papers();
            if (papers != null) {
                question.set(papers.askedIn(), papers.wanted(file.fields(), asked.fields()));
            }
            return question;
        }

        private JsonAnswer read(WireAnswer.Answered answered) throws CarriageFailed {
            switch (answered.status()) {
                case 401, 403 -> throw new CarriageFailed(Trouble.REGISTER_SIGN_IN, "HTTP " + answered.status());
                case 429 -> throw new CarriageFailed(Trouble.REGISTER_THROTTLED, "HTTP 429");
                default -> {}
            }
            if (!answered.ok()) {
                throw new CarriageFailed(Trouble.REGISTER_DOWN, "HTTP " + answered.status());
            }
            JsonNode told = parsed(answered.bytes());
            JsonNode found = told.at(file.found());
            if (!found.isValueNode() || found.isNull()) {
                throw new CarriageFailed(Trouble.REGISTER_UNREADABLE, "nothing at " + file.found());
            }
            String mark = found.asText().strip();
            if (mark.equals(file.nobody())) {
                return new JsonAnswer.NotHeld(List.copyOf(messages));
            }
            if (!file.is().isEmpty() && !mark.equals(file.is())) {
                return nothing(told, file.replies());
            }
            if (!file.echo().isEmpty()
                    && !bare(told.at(file.echo()).asText()).equals(bare(file.part(asked.key(), RegisterFile.NUMBER)))) {
                throw new CarriageFailed(Trouble.REGISTER_OTHER_PERSON, "another key");
            }
            return file.papers() == null ? facts(told, person(told)) : papers(file.papers(), told);
        }

        private JsonAnswer nothing(JsonNode told, @Nullable Replies replies) throws CarriageFailed {
            if (replies != null && replies.nobody(told)) {
                return new JsonAnswer.NotHeld(List.copyOf(messages));
            }
            throw new CarriageFailed(
                    replies == null ? Trouble.REGISTER_REFUSED : replies.trouble(told), "an answer of another kind");
        }

        /** Whom of the dossier's persons the entry is about; one about others only is not shown. */
        private @Nullable String person(JsonNode told) throws CarriageFailed {
            if (file.persons().isEmpty()) {
                return null;
            }
            return file.persons().stream()
                    .map(at -> told.at(at).asText().strip())
                    .filter(asked.persons()::contains)
                    .findFirst()
                    .orElseThrow(
                            () -> new CarriageFailed(Trouble.REGISTER_OTHER_PERSON, "nobody whom the dossier names"));
        }

        private JsonAnswer facts(JsonNode told, @Nullable String person) {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            file.fields().forEach((name, at) -> {
                JsonNode value = told.at(at);
                if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                    fields.put(name, value);
                }
            });
            return new JsonAnswer.Held(fields, List.copyOf(messages), person);
        }

        /** One kind that is missing makes it another answer than the one hoped for: its paper is still to be brought. */
        private JsonAnswer papers(Papers papers, JsonNode told) throws CarriageFailed {
            Map<String, JsonNode> held = papers.read(told, file.fields());
            if (held == null) {
                throw new CarriageFailed(Trouble.REGISTER_UNREADABLE, "no list at " + papers.at());
            }
            return held.keySet().containsAll(asked.fields())
                    ? new JsonAnswer.Held(held, List.copyOf(messages))
                    : new JsonAnswer.NotHeld(List.copyOf(messages));
        }

        private Duration left() {
            return Duration.ofMillis(Math.max(0, (end - clock.monotonicNanos()) / 1_000_000));
        }

        private Message message(Message.Direction direction, @Nullable Message to, byte[] bytes) {
            return new Message(
                    Ids.next(),
                    direction,
                    "lookup",
                    file.partner(),
                    asked.dossierNumber(),
                    to == null ? null : to.id(),
                    bytes);
        }
    }

    private static JsonNode parsed(byte[] bytes) throws CarriageFailed {
        try {
            JsonNode told = JSON.readTree(bytes);
            if (told != null && told.isObject()) {
                return told;
            }
            throw new CarriageFailed(Trouble.REGISTER_UNREADABLE, "no object");
        } catch (CarriageFailed known) {
            throw known;
        } catch (IOException unreadable) {
            throw new CarriageFailed(Trouble.REGISTER_UNREADABLE, "not JSON, " + bytes.length + " bytes");
        }
    }

    private static CarriageFailed failed(boolean late, Trouble otherwise, String detail) {
        return new CarriageFailed(late ? Trouble.REGISTER_SLOW : otherwise, detail);
    }

    private static String bare(String key) {
        return key.replace("-", "").strip();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
