package vn.lienthong.inbox.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.inbox.InboxWorld;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Script;
import vn.lienthong.testing.TestDatabase;

/** Whatever a receiver does, it costs one call of bounded time, and nothing is taken as received that was not. */
class HostileReceiverTest {
    private static final CallbackWorld WORLD = new CallbackWorld(InboxWorld.local(TestDatabase.fresh()));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(PushOutcome.NO_ANSWER, (request, wire) -> wire.silence()),
                fault(PushOutcome.BROKEN, (request, wire) -> wire.reset()),
                fault(PushOutcome.BROKEN, (request, wire) -> wire.rawThenClose("")),
                fault(PushOutcome.BROKEN, (request, wire) -> wire.rawThenClose("220 smtp.example ESMTP\r\n\r\n")),
                fault(
                        PushOutcome.BROKEN,
                        (request, wire) -> wire.rawThenClose("HTTP/1.1 200 OK\r\nX: " + "x".repeat(9000))),
                fault(
                        PushOutcome.BROKEN,
                        (request, wire) -> wire.rawThenClose("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(2000) + "\r\n")),
                fault(PushOutcome.NO_ANSWER, HostileReceiverTest::dripHead),
                fault(PushOutcome.ANSWERED, (request, wire) -> wire.answer("400 No", "", bytes("bad"))),
                fault(PushOutcome.ANSWERED, (request, wire) -> wire.answer("500 No", "", bytes("x".repeat(100_000)))),
                fault(
                        PushOutcome.ANSWERED,
                        (request, wire) -> wire.answer("401 No", "WWW-Authenticate: Basic realm=x\r\n", new byte[0])));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("faults")
    void triesLater_afterOneCall(PushOutcome outcome, Script script) {
        try (HttpDouble receiver = WORLD.receiver(script)) {
            WORLD.tell("a");
            WORLD.pushUntil(() -> WORLD.faults() == 1);

            assertThat(WORLD.shown().attempts().getFirst().outcome()).isEqualTo(outcome);
            assertThat(receiver.requests()).hasSize(1);
            assertThat(WORLD.waiting()).containsExactly("a");
        }
    }

    static Stream<Arguments> oddSuccesses() {
        return Stream.of(
                Arguments.of((Script) (request, wire) -> wire.json("\u0000<html>{{{")),
                Arguments.of((Script) (request, wire) -> wire.answer("299 Odd", "", bytes("x".repeat(1_000_000)))),
                Arguments.of((Script) (request, wire) ->
                        wire.answer("200 OK", "Content-Encoding: gzip\r\n", bytes("no gzip at all"))),
                Arguments.of((Script) (request, wire) -> wire.dripForEver(50)),
                Arguments.of((Script)
                        (request, wire) -> wire.rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\ncut")));
    }

    @ParameterizedTest
    @MethodSource("oddSuccesses")
    void takesTheStatusAlone_whateverFollowsIt(Script script) {
        try (HttpDouble receiver = WORLD.receiver(script)) {
            WORLD.tell("a");
            WORLD.pushUntil(() -> WORLD.waiting().isEmpty());

            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void followsNoRedirect() {
        try (HttpDouble inside = new HttpDouble((request, wire) -> wire.json("{}"));
                HttpDouble receiver = WORLD.receiver((request, wire) ->
                        wire.answer("307 Elsewhere", "Location: " + inside.url() + "/secret\r\n", new byte[0]))) {
            WORLD.tell("a");
            WORLD.pushUntil(() -> WORLD.faults() == 1);

            assertThat(WORLD.shown().attempts().getFirst().outcome()).isEqualTo(PushOutcome.REDIRECTED);
            assertThat(inside.requests()).isEmpty();
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void tellsNothingOfWhatTheReceiverSaid() {
        try (HttpDouble receiver = WORLD.receiver((request, wire) -> wire.answer("500 S3cret", "", bytes("S3cret")))) {
            WORLD.tell("a");
            WORLD.pushUntil(() -> WORLD.faults() == 1);

            assertThat(WORLD.shown().toString()).doesNotContain("S3cret");
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void findsNobodyThere() {
        WORLD.register(CallbackWorld.WARD, HttpDouble.nobody());
        WORLD.tell("a");
        WORLD.pushUntil(() -> WORLD.faults() == 1);

        assertThat(WORLD.shown().attempts().getFirst().outcome()).isEqualTo(PushOutcome.UNREACHABLE);
    }

    private static void dripHead(HttpDouble.Request request, HttpDouble.Wire wire) throws IOException {
        wire.dripHeadForEver(50);
    }

    private static Arguments fault(PushOutcome outcome, Script script) {
        return Arguments.of(outcome, script);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
