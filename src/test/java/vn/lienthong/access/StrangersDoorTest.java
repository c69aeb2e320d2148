package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;

/** The page that verifies documents is open to strangers, and nothing else that lies there. */
@AccessHttpTest
class StrangersDoorTest {
    private final HttpDriver http;

    StrangersDoorTest(@LocalServerPort int port) {
        this.http = new HttpDriver(port);
    }

    @Test
    void isOpenToLookThrough_withThePolicyOfPages() {
        // this world has no such page: only the door is tried
        assertThat(http.get("/verify").status()).isEqualTo(404);
        assertThat(http.get("/verify/1").status()).isEqualTo(404);
        assertThat(http.get("/verify").header("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self'");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/progress",
        "PUT,/verify",
        "DELETE,/links/a",
        "POST,/links/a",
        "GET,/links/a/b",
        "GET,/services/other",
        "PUT,/services/dossier"
    })
    void isClosedForAllThatIsNotNamed(String method, String path) {
        http.signIn("lead", "lead");
        HttpDriver.Answer answer = http.send(method, path);

        assertThat(answer.status()).isIn(401, 403);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.startsWith("lienthong-session"));
    }

    @Test
    void opensNoOtherPage() {
        assertThat(http.get("/verifyx").status()).isNotEqualTo(404);
        assertThat(http.get("/dossiers").status()).isNotEqualTo(404);
    }

    @Test
    void holdsEachAddressToItsPace_anIpv6SubscriberAsOne() {
        AtomicLong nanos = new AtomicLong();
        AddressPace pace = new AddressPace.Maker(new Still(nanos), new SimpleMeterRegistry()).make("test", 2);
        pace.admit("203.0.113.1");
        pace.admit("203.0.113.1");
        assertRefused(pace, "203.0.113.1");
        pace.admit("203.0.113.2");
        pace.admit("2001:db8::1");
        pace.admit("2001:db8::2");
        assertRefused(pace, "2001:db8::3");

        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        pace.admit("203.0.113.1");
        assertRefused(pace, "203.0.113.1");
    }

    private static void assertRefused(AddressPace pace, String address) {
        assertThatThrownBy(() -> pace.admit(address))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(429));
    }

    /** Stands still until it is moved. */
    private record Still(AtomicLong nanos) implements GatewayClock {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Duration offset() {
            return Duration.ZERO;
        }

        @Override
        public long monotonicNanos() {
            return nanos.get();
        }
    }
}
