package vn.lienthong.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Script;
import vn.lienthong.testing.HttpDouble.Wire;
import vn.lienthong.testing.TestDatabase;

/** What each fault of the partner means for a delivery; in every one exactly one request of the service goes out. */
class ConnectorFaultsTest {
    private static final String GOOD = "{\"error_code\":\"0\",\"message\":\"ok\"}";
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    interface Fault {
        void on(Wire wire) throws IOException;
    }

    static Stream<Arguments> answersThatAreNone() {
        return Stream.of(
                Arguments.of("reset", (Fault) Wire::reset, Reason.ANSWER_LOST),
                Arguments.of("closed", (Fault) wire -> wire.rawThenClose(""), Reason.ANSWER_LOST),
                Arguments.of("silence", (Fault) Wire::silence, Reason.ANSWER_LOST),
                Arguments.of("500", status("500 Oops"), Reason.ANSWER_LOST),
                Arguments.of("502", status("502 Bad Gateway"), Reason.ANSWER_LOST),
                Arguments.of("slow drip", (Fault) wire -> wire.dripForEver(100), Reason.ANSWER_UNREADABLE),
                Arguments.of("garbage", text("xin chào"), Reason.ANSWER_UNREADABLE),
                Arguments.of("empty", text(""), Reason.ANSWER_UNREADABLE),
                Arguments.of("html", text("<html>502</html>"), Reason.ANSWER_UNREADABLE),
                Arguments.of("truncated json", text("{\"error_code\":\"0\",\"mess"), Reason.ANSWER_UNREADABLE),
                Arguments.of("two objects", text(GOOD + GOOD), Reason.ANSWER_UNREADABLE),
                Arguments.of("code twice", text("{\"error_code\":0,\"error_code\":-6}"), Reason.ANSWER_UNREADABLE),
                Arguments.of("no code", text("{\"message\":\"thành công\"}"), Reason.ANSWER_UNREADABLE),
                Arguments.of("null code", text("{\"error_code\":null}"), Reason.ANSWER_UNREADABLE),
                Arguments.of("list", text("[" + GOOD + "]"), Reason.ANSWER_UNREADABLE),
                Arguments.of(
                        "utf-16",
                        (Fault) wire -> wire.answer("200 OK", "", GOOD.getBytes(StandardCharsets.UTF_16LE)),
                        Reason.ANSWER_UNREADABLE),
                Arguments.of(
                        "latin-1",
                        (Fault) wire -> wire.answer(
                                "200 OK",
                                "",
                                "{\"error_code\":0,\"message\":\"được é\"}".getBytes(StandardCharsets.ISO_8859_1)),
                        Reason.ANSWER_UNREADABLE),
                Arguments.of(
                        "cut body",
                        (Fault) wire -> wire.rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + GOOD),
                        Reason.ANSWER_UNREADABLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatAreNone")
    void mayHaveArrived_andIsSentOnce(String name, Fault fault, Reason reason) {
        Attempt attempt = attempt((request, wire) -> fault.on(wire), "500ms");
        assertThat(attempt.outcome())
                .isInstanceOfSatisfying(
                        MaybeSent.class, maybe -> assertThat(maybe.reason()).isEqualTo(reason));
        assertThat(attempt.calls()).isEqualTo(1);
    }

    @Test
    void slowDown_isObeyed() {
        Attempt told = attempt((request, wire) -> wire.answer("429 Slow", "Retry-After: 7\r\n", new byte[0]), "2s");
        assertThat(told.outcome()).isEqualTo(new Throttled(Duration.ofSeconds(7)));
        Attempt untold = attempt((request, wire) -> wire.answer("503 Busy", "", new byte[0]), "2s");
        assertThat(untold.outcome()).isEqualTo(new Throttled(Duration.ofSeconds(5)));
        assertThat(untold.calls()).isEqualTo(1);
    }

    @Test
    void wrongAddress_isNotSent_andOtherRefusalsOfHttpAreForAPerson() {
        assertThat(attempt((request, wire) -> wire.answer("404 No", "", new byte[0]), "2s")
                        .outcome())
                .isInstanceOf(NotSent.class);
        assertThat(attempt((request, wire) -> wire.answer("400 Bad", "", new byte[0]), "2s")
                        .outcome())
                .isInstanceOf(Undecidable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error_code\":\"0\"}", "{\"error_code\":\"0\",\"session\":\"\"}",
                        "{\"error_code\":-9,\"session\":\"x\"}",
                "{\"error_code\":\"0\",\"session\":\"x", "garbage", ""
            })
    void failedSignIn_neverCountsAsMaybeSent(String answer) {
        assertLoginFailure(wire -> wire.json(answer));
    }

    @Test
    void brokenSignIn_neverCountsAsMaybeSent() {
        assertLoginFailure(Wire::reset);
        assertLoginFailure(wire -> wire.dripForEver(100));
        assertLoginFailure(status("500 Oops"));
        assertLoginFailure(status("401 No"));
    }

    @Test
    void nobodyThere_isNotSent() {
        assertThat(send(HttpDouble.nobody(), "1s", 1).outcome())
                .isInstanceOfSatisfying(
                        NotSent.class, none -> assertThat(none.reason()).isEqualTo(Reason.PARTNER_UNREACHABLE));
    }

    @Test
    void breaker_opensOnFailuresOfTheWay_neverOnRefusals() {
        assertThat(breakerAfter((request, wire) -> wire.json("{\"error_code\":-6}")))
                .isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(breakerAfter((request, wire) -> wire.answer("500 Oops", "", new byte[0])))
                .isEqualTo(CircuitBreaker.State.OPEN);
    }

    private static CircuitBreaker.State breakerAfter(Script service) {
        try (HttpDouble partner = new HttpDouble(new SessionPartner(service));
                ConnectorWorld world = new ConnectorWorld(TestDatabase.fresh(), partner.url(), Map.of())) {
            for (int i = 0; i < 20; i++) {
                world.connector().call(world.call(world.batch(1, Duration.ofSeconds(20))));
            }
            return world.partners().breaker("portal").getState();
        }
    }

    private static void assertLoginFailure(Fault fault) {
        try (HttpDouble partner = new HttpDouble((request, wire) -> fault.on(wire))) {
            Sent sent = send(partner.url(), "300ms", 1);
            assertThat(sent.outcome()).isInstanceOf(NotSent.class);
            assertThat(sent.batch().mayHaveLeft()).isFalse();
            assertThat(SessionPartner.calls(partner)).isZero();
            assertThat(SessionPartner.signIns(partner)).isEqualTo(1);
        }
    }

    private record Attempt(DeliveryOutcome outcome, int calls) {}

    private record Sent(DeliveryBatch batch, DeliveryOutcome outcome) {}

    private static Attempt attempt(Script service, String readTimeout) {
        try (HttpDouble partner = new HttpDouble(new SessionPartner(service))) {
            return new Attempt(send(partner.url(), readTimeout, 2).outcome(), SessionPartner.calls(partner));
        }
    }

    private static Sent send(URI url, String readTimeout, int size) {
        Map<String, String> settings =
                Map.of("read-timeout", readTimeout, "connect-timeout", "300ms", "account.name", "a" + url.getPort());
        try (ConnectorWorld world = new ConnectorWorld(DATABASE, url, settings)) {
            DeliveryBatch batch = world.batch(size, Duration.ofSeconds(20));
            CallResult result =
                    world.connector().call(world.call(batch)).result().orElseThrow();
            assertThat(result).isInstanceOf(CallResult.Failed.class);
            return new Sent(batch, ((CallResult.Failed) result).outcome());
        }
    }

    private static Fault status(String status) {
        return wire -> wire.answer(status, "", new byte[0]);
    }

    private static Fault text(String body) {
        return wire -> wire.json(body);
    }
}
