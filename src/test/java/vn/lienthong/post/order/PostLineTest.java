package vn.lienthong.post.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.post.PostCodes;
import vn.lienthong.testing.HttpDouble;

/** How calls of the post are signed, seen on the wire. */
class PostLineTest {
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String alive = "t1";
    private final HttpDouble post = new HttpDouble((request, wire) -> {
        if (request.path().equals("/token")) {
            wire.json("{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}");
        } else if (request.path().contains("token=") || request.headers().contains(alive + "\r\n")) {
            wire.json("{\"Status\":100}");
        } else {
            wire.answer("401 Unauthorized", "", new byte[0]);
        }
    });
    private final SettableClock clock = new SettableClock();
    private final Partners partners =
            TestPartners.of("post.url=" + post.url(), "post.connect-timeout=1s", "post.read-timeout=2s");
    private final PartnerHttp http = new PartnerHttp(partners, clock);

    @AfterEach
    void close() {
        http.destroy();
        post.close();
    }

    @Test
    void fetchesATokenOnce_andShowsItAsBearer() {
        PostLine line = line(Map.of());

        assertThat(line.get("post", "/feed", Map.of("lastId", "a b&c"))).isInstanceOf(WireAnswer.Answered.class);
        assertThat(line.get("post", "/feed", Map.of())).isInstanceOf(WireAnswer.Answered.class);

        assertThat(post.requests("/token")).singleElement().satisfies(asked -> {
            assertThat(asked.headers()).contains("Basic bGllbnRob25nOnNhbmRib3gtcG9zdA==");
            assertThat(asked.body()).isEqualTo("grant_type=client_credentials");
        });
        assertThat(post.requests().get(1).path()).isEqualTo("/feed?lastId=a+b%26c");
        assertThat(post.requests().get(1).headers()).contains("Authorization: Bearer t1");
    }

    @Test
    void renewsATokenThatIsOver_onceInACall() {
        PostLine line = line(Map.of());
        line.get("post", "/feed", Map.of());
        alive = "t2";

        assertThat(((WireAnswer.Answered) line.get("post", "/feed", Map.of())).ok())
                .isTrue();
        alive = "none";
        assertThat(((WireAnswer.Answered) line.get("post", "/feed", Map.of())).status())
                .isEqualTo(401);

        assertThat(post.requests("/token")).hasSize(3);
        assertThat(post.requests("/feed")).hasSize(5);
    }

    @Test
    void fetchesTheNext_whenTheTokensTimeIsOver() {
        PostLine line = line(Map.of());
        line.get("post", "/feed", Map.of());
        clock.advance(java.time.Duration.ofHours(1));
        alive = "t2";

        assertThat(((WireAnswer.Answered) line.get("post", "/feed", Map.of())).ok())
                .isTrue();
    }

    @Test
    void showsTheTokenAsEachServiceWantsIt() {
        line(Map.of("form", "LGSP")).get("post", "/feed", Map.of());
        assertThat(post.requests("/feed").getFirst().headers()).contains("access_token: t1");

        line(Map.of("form", "DIRECT")).get("post", "/feed", Map.of("fromRecord", "0"));
        assertThat(post.requests().getLast().path()).isEqualTo("/feed?token=sandbox-post&fromRecord=0");
    }

    @Test
    void leavesNothing_withoutASecret() {
        assertThat(line(Map.of("secret.value", "")).get("post", "/feed", Map.of()))
                .isInstanceOf(WireAnswer.NotLeft.class);
        assertThat(post.requests()).isEmpty();
    }

    @Test
    void hidesTheSecret() {
        assertThat(OrderWorld.settings(Map.of()).toString()).doesNotContain("sandbox-post");
        assertThat(new OrderCheck(OrderWorld.settings(Map.of())).findings()).hasSize(1);
        assertThat(new OrderCheck(OrderWorld.settings(Map.of("secret.value", ""))).findings())
                .isEmpty();
    }

    private PostLine line(Map<String, String> more) {
        OrderProperties settings = OrderWorld.settings(more);
        return new PostLine(
                http, partners, new ClientTokens(http, partners, clock), new PostCodes(SchemaFiles.packed()), settings);
    }
}
