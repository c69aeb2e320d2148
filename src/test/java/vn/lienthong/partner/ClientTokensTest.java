package vn.lienthong.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.ClientTokens.Client;
import vn.lienthong.testing.HttpDouble;

/** Tokens are fetched once for all who wait, live as long as was said, and are believed only where they fit a header. */
@Timeout(30)
class ClientTokensTest {
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Client CLIENT = new Client("/token", "lien-thong", new Secret("secret-word", null, null));

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger fetched = new AtomicInteger();
    private final AtomicReference<String> answer =
            new AtomicReference<>("{\"access_token\":\"t-%d\",\"expires_in\":60}");
    private final HttpDouble partner = new HttpDouble((request, wire) -> {
        if (request.path().startsWith("/slow")) {
            wire.silence();
        } else {
            wire.json(answer.get().formatted(fetched.incrementAndGet()));
        }
    });
    private final Partners partners =
            TestPartners.of("post.url=" + partner.url(), "registers.url=" + partner.url() + "/slow");
    private final PartnerHttp http = new PartnerHttp(partners, clock);
    private final ClientTokens tokens = new ClientTokens(http, partners, clock);

    @AfterEach
    void close() {
        http.destroy();
        partner.close();
    }

    @Test
    void isFetchedOnce_howeverManyAskAtOneTime() {
        List<CompletableFuture<Optional<String>>> asking = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> tokens.current("post", CLIENT, LONG)))
                .limit(8)
                .toList();
        assertThat(asking).extracting(CompletableFuture::join).containsOnly(Optional.of("t-1"));
        assertThat(partner.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/token");
            assertThat(request.headers()).contains("Basic bGllbi10aG9uZzpzZWNyZXQtd29yZA==");
            assertThat(request.body()).isEqualTo("grant_type=client_credentials");
        });
    }

    @Test
    void isFetchedAgain_halfAMinuteBeforeItEnds_orWhenItWasRefused() {
        assertThat(current()).isEqualTo("t-1");
        clock.advance(Duration.ofSeconds(29));
        assertThat(current()).isEqualTo("t-1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(current()).isEqualTo("t-2");
        tokens.refused("post", "t-1");
        assertThat(current()).as("another's old token says nothing of this one").isEqualTo("t-2");
        tokens.refused("post", "t-2");
        assertThat(current()).isEqualTo("t-3");
        tokens.refused("post");
        assertThat(current()).isEqualTo("t-4");
    }

    @Test
    void livesADayAtMost_whateverIsSaid() {
        answer.set("{\"access_token\":\"t-%d\",\"expires_in\":9223372036854775807}");
        assertThat(current()).isEqualTo("t-1");
        clock.advance(Duration.ofDays(1));
        assertThat(current()).isEqualTo("t-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "no token",
                "{\"access_token\":\"\"}",
                "{\"access_token\":\"two words\"}",
                "{\"access_token\":\"x\\r\\nHost: elsewhere\"}",
                "{\"access_token\":\"mã\"}"
            })
    void isNotBelieved_whereItFitsNoHeader(String told) {
        answer.set(told);
        assertThat(tokens.current("post", CLIENT, LONG)).isEmpty();
    }

    @Test
    void waitsForNoOtherPartner() {
        CompletableFuture<Optional<String>> hanging =
                CompletableFuture.supplyAsync(() -> tokens.current("registers", CLIENT, Duration.ofSeconds(20)));
        org.awaitility.Awaitility.await()
                .until(() -> !partner.requests("/slow/token").isEmpty());
        assertThat(current()).isEqualTo("t-1");
        partner.close();
        assertThat(hanging.join()).isEmpty();
    }

    @Test
    void isNotAskedFor_withoutASecret() {
        assertThat(tokens.current("post", new Client("/token", "lien-thong", Secret.NONE), LONG))
                .isEmpty();
        assertThat(partner.requests()).isEmpty();
        assertThat(Secret.NONE.findings("lienthong.x.secret")).isEmpty();
        assertThat(CLIENT.secret().findings("lienthong.x.secret"))
                .singleElement()
                .satisfies(found -> assertThat(Objects.toString(found))
                        .contains("lienthong.x.secret.value")
                        .doesNotContain("secret-word"));
        assertThat(CLIENT).asString().doesNotContain("secret-word");
    }

    private String current() {
        return tokens.current("post", CLIENT, LONG).orElseThrow();
    }
}
