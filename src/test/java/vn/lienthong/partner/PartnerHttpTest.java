package vn.lienthong.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.WireAnswer.Answered;
import vn.lienthong.partner.WireAnswer.Broken;
import vn.lienthong.partner.WireAnswer.Lost;
import vn.lienthong.partner.WireAnswer.NotLeft;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Script;

/** What each kind of trouble on the way says about the bytes of the message. */
class PartnerHttpTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpDouble partner;
    private PartnerHttp http;

    @AfterEach
    void close() {
        if (partner != null) {
            partner.close();
        }
        http.destroy();
    }

    @Test
    void wholeAnswer_isGivenAsItCame() {
        WireAnswer answer = post((request, wire) -> wire.json("{\"đúng\":1}"));
        assertThat(answer).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.ok()).isTrue();
            assertThat(new String(answered.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"đúng\":1}");
        });
        assertThat(partner.requests().getFirst().body()).isEqualTo("{\"xin\":\"chào\"}");
        assertThat(partner.requests().getFirst().headers()).contains("dstcode: VN:TEST", "application/json");
    }

    @Test
    void nobodyListening_nothingLeft() {
        WireAnswer answer = post(HttpDouble.nobody(), Duration.ofSeconds(5), () -> asked.incrementAndGet() > 0);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        NotLeft.class, kept -> assertThat(kept.ours()).isFalse());
        assertThat(asked).hasValue(0);
    }

    @Test
    void unknownName_nothingLeft() {
        assertThat(post(URI.create("http://khong-co.invalid"), Duration.ofSeconds(5), () -> true))
                .isInstanceOf(NotLeft.class);
    }

    @Test
    void heldBack_nothingLeft_andIsOurOwnDoing() {
        partner = new HttpDouble((request, wire) -> wire.json("{}"));
        WireAnswer answer = post(partner.url(), Duration.ofSeconds(5), () -> false);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        NotLeft.class, kept -> assertThat(kept.ours()).isTrue());
        assertThat(partner.requests()).isEmpty();
    }

    @Test
    void resetAfterTheMessage_isLost_andSentOnce() {
        assertThat(post((request, wire) -> wire.reset())).isInstanceOf(Lost.class);
        assertThat(partner.requests()).hasSize(1);
    }

    @Test
    void closedWithoutAWord_isLost_andSentOnce() {
        assertThat(post((request, wire) -> wire.rawThenClose(""))).isInstanceOf(Lost.class);
        assertThat(partner.requests()).hasSize(1);
    }

    @Test
    void garbageInsteadOfHttp_isLost() {
        assertThat(post((request, wire) -> wire.rawThenClose("xin chào\r\n\r\n")))
                .isInstanceOf(Lost.class);
        assertThat(partner.requests()).hasSize(1);
    }

    @Test
    void shortenedBody_isBroken() {
        WireAnswer answer = post(
                (request, wire) -> wire.rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"error_code\":"));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.bytes()).asString().isEqualTo("{\"error_code\":"));
    }

    @Test
    void drippingAnswer_isCutAtItsDeadline() {
        long before = System.nanoTime();
        WireAnswer answer = post((request, wire) -> wire.dripForEver(50), Duration.ofMillis(600));
        assertThat(answer).isInstanceOf(Broken.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void silence_isLostAtItsDeadline() {
        assertThat(post((request, wire) -> wire.silence(), Duration.ofMillis(400)))
                .isInstanceOf(Lost.class);
    }

    @Test
    void endlessAnswer_isNotKeptInMemory() {
        byte[] chunk = new byte[1 << 20];
        WireAnswer answer = post((request, wire) -> wire.answer("200 OK", "", new byte[17 << 20]));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.bytes().length).isLessThanOrEqualTo(16 * chunk.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"429 Too Many Requests", "503 Service Unavailable", "500 Oops", "302 Found", "408 Timeout"})
    void noStatus_makesItSendAgain(String status) {
        WireAnswer answer =
                post((request, wire) -> wire.answer(status, "Retry-After: 1\r\nLocation: /elsewhere\r\n", new byte[0]));
        assertThat(answer).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.ok()).isFalse();
            assertThat(answered.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        });
        assertThat(partner.requests()).hasSize(1);
    }

    @Test
    void idleConnectionClosedByThePartner_isNoticedBeforeTheNextMessage() throws InterruptedException {
        partner = new HttpDouble((request, wire) -> {
            wire.json("{}");
            if (request.body().contains("1")) {
                wire.rawThenClose("");
            }
        });
        http = new PartnerHttp(TestPartners.portal(partner.url(), Map.of()), new SettableClock());
        for (int i = 0; i < 5; i++) {
            assertThat(send(partner.url(), "{\"n\":1}", Duration.ofSeconds(5), () -> true))
                    .isInstanceOf(Answered.class);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(400).toNanos());
        }
        assertThat(partner.requests()).hasSize(5);
    }

    private WireAnswer post(Script script) {
        return post(script, Duration.ofSeconds(5));
    }

    private WireAnswer post(Script script, Duration longest) {
        partner = new HttpDouble(script);
        return post(partner.url(), longest, () -> true);
    }

    private WireAnswer post(URI url, Duration longest, BooleanSupplier mayLeave) {
        http = new PartnerHttp(TestPartners.portal(url, Map.of()), new SettableClock());
        return send(url, "{\"xin\":\"chào\"}", longest, mayLeave);
    }

    private WireAnswer send(URI url, String body, Duration longest, BooleanSupplier mayLeave) {
        return http.post(
                "portal",
                new WireRequest(
                        URI.create(url + "/mapi/g"),
                        Map.of("dstcode", "VN:TEST"),
                        body.getBytes(StandardCharsets.UTF_8),
                        longest,
                        mayLeave));
    }
}
