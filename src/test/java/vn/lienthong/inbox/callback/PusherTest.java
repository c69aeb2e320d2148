package vn.lienthong.inbox.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.inbox.InboxWorld;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Request;
import vn.lienthong.testing.TestDatabase;

/** A receiver gets what waits, signed and in order, until it says 2xx. */
class PusherTest {
    private static final CallbackWorld WORLD = new CallbackWorld(InboxWorld.local(TestDatabase.fresh()));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
    }

    @Test
    void pushesWhatWaits_inOrder_andTakes2xxAsReceived() {
        try (HttpDouble receiver = WORLD.receiver((request, wire) -> wire.json("{}"))) {
            WORLD.tell("a", "b", "c");
            WORLD.pushUntil(() -> receiver.requests().size() == 3);
            WORLD.pushUntil(() -> WORLD.waiting().isEmpty());

            assertThat(subjects(receiver)).containsExactly("a", "b", "c");
            assertThat(WORLD.shown().state()).isEqualTo("ACTIVE");
            assertThat(WORLD.shown().attempts())
                    .hasSize(3)
                    .allMatch(attempt -> attempt.outcome() == PushOutcome.RECEIVED)
                    .allMatch(attempt -> Integer.valueOf(200).equals(attempt.status()));
        }
    }

    @Test
    void signsAsStandardWebhooksHasIt() {
        try (HttpDouble receiver = WORLD.receiver((request, wire) -> wire.answer("204 No Content", "", new byte[0]))) {
            WORLD.tell("a");
            WORLD.pushUntil(() -> WORLD.waiting().isEmpty());

            Request request = receiver.requests().getFirst();
            String id = header(request, "webhook-id");
            Instant at = Instant.ofEpochSecond(Long.parseLong(header(request, "webhook-timestamp")));
            byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
            assertThat(header(request, "webhook-signature")).isEqualTo(CallbackWorld.SECRET.sign(id, at, body));
            assertThat(at).isBetween(WORLD.now().minusSeconds(30), WORLD.now().plusSeconds(1));
            assertThat(header(request, "content-type")).startsWith("application/cloudevents+json");
            assertThat(event(request).path("id").asText()).isEqualTo(id);
        }
    }

    @Test
    void triesAgainUnderTheSameId_withTheSameBytes_beforeAnythingElseGoes() {
        AtomicInteger calls = new AtomicInteger();
        try (HttpDouble receiver = WORLD.receiver((request, wire) ->
                wire.answer(calls.incrementAndGet() <= 2 ? "500 Internal Server Error" : "200 OK", "", new byte[0]))) {
            WORLD.tell("a", "b");
            for (int attempt = 1; attempt <= 2; attempt++) {
                int made = attempt;
                WORLD.pushUntil(() -> WORLD.faults() == made);
                WORLD.pass(Duration.ofMinutes(1));
            }
            WORLD.pushUntil(() -> WORLD.waiting().isEmpty());

            assertThat(subjects(receiver)).containsExactly("a", "a", "a", "b");
            assertThat(receiver.requests().stream().limit(3).map(Request::body).distinct())
                    .hasSize(1);
            assertThat(WORLD.shown().faults()).isZero();
            assertThat(WORLD.shown().failingSince()).isNull();
        }
    }

    @Test
    void waitsLongerWithEachFault_andShowsWhenItTriesNext() {
        try (HttpDouble receiver = WORLD.receiver((request, wire) -> wire.answer("503 Away", "", new byte[0]))) {
            WORLD.tell("a");
            Duration before = Duration.ZERO;
            for (int fault = 1; fault <= 6; fault++) {
                int made = fault;
                WORLD.pushUntil(() -> WORLD.faults() == made);
                CallbackView view = WORLD.shown();
                Duration pause = Duration.between(WORLD.now(), view.nextTryAt().toInstant());
                assertThat(pause).isGreaterThan(before.minusSeconds(1));
                assertThat(view.state()).isEqualTo("FAILING");
                before = Duration.ofMillis(2500).multipliedBy(1L << (fault - 1));
                WORLD.pass(Duration.ofSeconds(10).multipliedBy(1L << fault));
            }
            assertThat(receiver.requests()).hasSize(6);
        }
    }

    @Test
    void pushesNothing_beforeTheNextTryIsDue() {
        try (HttpDouble receiver = WORLD.receiver((request, wire) -> wire.answer("500 No", "", new byte[0]))) {
            WORLD.tell("a");
            WORLD.pushUntil(() -> WORLD.faults() == 1);

            WORLD.lookAndSettle();
            WORLD.lookAndSettle();

            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void endsWith410_saysWhy_andKeepsWhatWaits() {
        try (HttpDouble receiver = WORLD.receiver((request, wire) -> wire.answer("410 Gone", "", new byte[0]))) {
            WORLD.tell("a", "b");
            WORLD.pushUntil(() -> WORLD.shown().state().equals("DISABLED"));
            WORLD.pass(Duration.ofDays(1));
            WORLD.lookAndSettle();

            assertThat(receiver.requests()).hasSize(1);
            assertThat(WORLD.shown().disabledReason()).isEqualTo("GONE");
            assertThat(WORLD.shown().nextTryAt()).isNull();
            assertThat(WORLD.waiting()).containsExactly("a", "b");
            assertThat(WORLD.acts()).contains("gateway inbox.callback.disable GONE");
        }
    }

    @Test
    void givesUpAfterDays_andBeginsAnewOnceRegisteredAgain() {
        try (HttpDouble dead = WORLD.receiver((request, wire) -> wire.answer("500 No", "", new byte[0]))) {
            WORLD.tell("a");
            WORLD.pushUntil(() -> WORLD.faults() == 1);
            WORLD.pass(Duration.ofDays(4));
            WORLD.pushUntil(() -> WORLD.faults() == 2);
            assertThat(WORLD.shown().state()).isEqualTo("FAILING");
            WORLD.pass(Duration.ofDays(2));
            WORLD.pushUntil(() -> WORLD.shown().state().equals("DISABLED"));

            assertThat(WORLD.shown().disabledReason()).isEqualTo("EXHAUSTED");
            assertThat(WORLD.shown().disabledText().vi()).isNotBlank();
            assertThat(dead.requests()).hasSize(3);
        }
        try (HttpDouble mended = WORLD.receiver((request, wire) -> wire.json("ok"))) {
            WORLD.pushUntil(() -> WORLD.waiting().isEmpty());
            assertThat(subjects(mended)).containsExactly("a");
        }
    }

    @Test
    void skipsWhatTheReceiverFetchedAndAcknowledgedItself() {
        try (HttpDouble receiver = WORLD.receiver((request, wire) -> wire.json("{}"))) {
            WORLD.tell("a", "b");
            WORLD.acknowledgeFirst();
            WORLD.pushUntil(() -> WORLD.waiting().isEmpty());

            assertThat(subjects(receiver)).containsExactly("b");
        }
    }

    @Test
    void letsOneReceiverThatHangsHoldUpNobodyElse() {
        try (HttpDouble silent = WORLD.receiver((request, wire) -> wire.silence());
                HttpDouble quick = WORLD.receiverOf("H15.02", (request, wire) -> wire.json("{}"))) {
            WORLD.tell("a");
            WORLD.tellOther("H15.02", "b");
            WORLD.pushUntil(() -> quick.requests().size() == 1);

            assertThat(WORLD.waiting()).containsExactly("a");
            WORLD.pushUntil(() -> WORLD.faults() == 1);
            assertThat(silent.requests()).hasSize(1);
        }
    }

    @Test
    void endsATurnThatTakesLong_andGoesOnWithTheNext() {
        try (HttpDouble slow = WORLD.receiver((request, wire) -> {
            WORLD.pass(Duration.ofSeconds(31));
            wire.json("{}");
        })) {
            WORLD.tell("a", "b");
            WORLD.lookAndSettle();
            assertThat(subjects(slow)).containsExactly("a");

            WORLD.pushUntil(() -> WORLD.waiting().isEmpty());
            assertThat(subjects(slow)).containsExactly("a", "b");
        }
    }

    @Test
    void letsASecretThatDoesNotOpenHoldUpNobodyElse() {
        try (HttpDouble broken = WORLD.receiver((request, wire) -> wire.json("{}"));
                HttpDouble quick = WORLD.receiverOf("H15.02", (request, wire) -> wire.json("{}"))) {
            WORLD.spoilSecret();
            WORLD.tell("a");
            WORLD.tellOther("H15.02", "b");
            WORLD.pushUntil(() -> quick.requests().size() == 1 && WORLD.faults() == 1);
            WORLD.lookAndSettle();

            assertThat(broken.requests()).isEmpty();
            assertThat(WORLD.faults()).isEqualTo(1);
            assertThat(WORLD.waiting()).containsExactly("a");
        }
    }

    @Test
    void keepsOnlyTheLastPushes() {
        try (HttpDouble receiver = WORLD.receiver((request, wire) -> wire.json("{}"))) {
            String[] many = java.util.stream.IntStream.range(0, 60)
                    .mapToObj(Integer::toString)
                    .toArray(String[]::new);
            WORLD.tell(many);
            WORLD.pushUntil(() -> WORLD.waiting().isEmpty());

            assertThat(receiver.requests()).hasSize(60);
            assertThat(WORLD.countOfAttempts()).isEqualTo(50);
            assertThat(WORLD.shown().attempts()).hasSize(20);
        }
    }

    private static List<String> subjects(HttpDouble receiver) {
        return receiver.requests().stream()
                .map(request -> event(request).path("subject").asText())
                .toList();
    }

    private static JsonNode event(Request request) {
        return InboxWorld.json(request.body().getBytes(StandardCharsets.UTF_8));
    }

    private static String header(Request request, String name) {
        return request.headers()
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }
}
