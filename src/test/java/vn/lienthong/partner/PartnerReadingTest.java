package vn.lienthong.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.WireAnswer.Answered;
import vn.lienthong.partner.WireAnswer.Broken;
import vn.lienthong.partner.WireAnswer.Lost;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Script;

/** Calls without a body: whatever brings no answer counts as lost, and none is made twice. */
class PartnerReadingTest {
    private HttpDouble partner;
    private PartnerHttp http;

    @AfterEach
    void close() {
        partner.close();
        http.destroy();
    }

    @Test
    void givesTheAnswer_asItCame() {
        WireAnswer answer = get((request, wire) -> wire.json("{\"a\":1}"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answered.class,
                        whole -> assertThat(whole.bytes())
                                .isEqualTo("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertThat(partner.requests().getFirst().headers())
                .startsWith("GET /feed?x=1 ")
                .contains("X-Mark: yes");
    }

    @Test
    void followsNoRedirect() {
        WireAnswer answer =
                get((request, wire) -> wire.answer("302 Found", "Location: http://127.0.0.1:1/\r\n", new byte[0]));

        assertThat(((Answered) answer).status()).isEqualTo(302);
        assertThat(partner.requests()).hasSize(1);
    }

    @Test
    void isLost_whenTheLineBreaks_andIsNotMadeAgain() {
        assertThat(get((request, wire) -> wire.reset())).isInstanceOf(Lost.class);
        assertThat(partner.requests()).hasSize(1);
    }

    @Test
    void isLost_whenNobodyAnswersInTime() {
        assertThat(get((request, wire) -> wire.silence())).isInstanceOf(Lost.class);
    }

    @Test
    void isBroken_whenTheAnswerDripsOrIsTooLong() {
        assertThat(get((request, wire) -> wire.dripForEver(50))).isInstanceOf(Broken.class);
        assertThat(get((request, wire) -> wire.json("x".repeat(2000)))).isInstanceOf(Broken.class);
    }

    private WireAnswer get(Script script) {
        if (partner != null) {
            close();
        }
        partner = new HttpDouble(script);
        http = new PartnerHttp(
                TestPartners.of("post.url=" + partner.url(), "post.read-timeout=1s"), new SettableClock());
        return http.get(
                "post", URI.create(partner.url() + "/feed?x=1"), Map.of("X-Mark", "yes"), Duration.ofMillis(700), 1000);
    }
}
