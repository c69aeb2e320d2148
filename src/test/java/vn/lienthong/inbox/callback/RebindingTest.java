package vn.lienthong.inbox.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.Lease;
import vn.lienthong.inbox.FeedItem;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.testing.HttpDouble;

/** A name that pointed outside when it was registered gains nothing by pointing inside later. */
class RebindingTest {
    private static final String PUBLIC = "203.1.2.3";
    private static final String METADATA = "169.254.169.254";
    private static final SettableClock CLOCK = new SettableClock();
    private static final FeedItem ITEM = new FeedItem(
            1,
            Ids.next(),
            "vn.lienthong.test.happened.v1",
            null,
            Instant.EPOCH,
            "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            null);

    private final Deque<List<String>> answers = new ArrayDeque<>();
    private int asked;

    @Test
    void connectsNowhere_whenTheNamePointsInsideByNow() {
        CallbackProperties settings = ReachRulesTest.settings(List.of("*"), List.of(), false, true);
        try (HttpDouble inside = new HttpDouble((request, wire) -> wire.json("{}"))) {
            String url = "http://hook.example:" + inside.url().getPort() + "/hook";
            CheckedResolver resolver = resolver(settings, List.of(List.of(PUBLIC), List.of("127.0.0.1")));
            assertThatCode(() -> new CallbackUrl(settings, new ReachRules(settings), resolver).checked(url))
                    .doesNotThrowAnyException();

            Push push = push(settings, resolver, url);

            assertThat(push.outcome()).isEqualTo(PushOutcome.FORBIDDEN);
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void connectsToTheAddressThatWasChecked_andAsksNoSecondTime() {
        CallbackProperties settings = ReachRulesTest.settings(List.of("*"), List.of(), true, true);
        try (HttpDouble receiver = new HttpDouble((request, wire) -> wire.json("{}"))) {
            CheckedResolver resolver = resolver(settings, List.of(List.of("127.0.0.1"), List.of(METADATA)));

            Push push = push(
                    settings, resolver, "http://hook.example:" + receiver.url().getPort() + "/hook");

            assertThat(push.outcome()).isEqualTo(PushOutcome.RECEIVED);
            assertThat(asked).isEqualTo(1);
        }
    }

    @Test
    void closesAName_thatPointsOutsideAndInsideAtOnce() {
        CallbackProperties settings = ReachRulesTest.settings(List.of("*"), List.of(), false, true);
        CheckedResolver resolver = resolver(settings, List.of(List.of(PUBLIC, METADATA)));

        assertThatThrownBy(() -> resolver.resolve("hook.example")).isInstanceOf(CheckedResolver.ForbiddenAddress.class);
    }

    @Test
    void checksAnAddressThatIsWrittenAsNumbersOnly() {
        CallbackProperties settings = ReachRulesTest.settings(List.of("*"), List.of(), false, true);
        try (HttpDouble inside = new HttpDouble((request, wire) -> wire.json("{}"))) {
            int port = inside.url().getPort();
            CheckedResolver resolver = new CheckedResolver(
                    org.apache.hc.client5.http.SystemDefaultDnsResolver.INSTANCE, new ReachRules(settings));
            for (String host : List.of("127.0.0.1", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]")) {
                assertThat(push(settings, resolver, "http://" + host + ":" + port + "/hook")
                                .outcome())
                        .as(host)
                        .isEqualTo(PushOutcome.FORBIDDEN);
            }
            assertThat(inside.requests()).isEmpty();
        }
    }

    private static Push push(CallbackProperties settings, CheckedResolver resolver, String url) {
        Courier courier = new Courier(resolver, settings, CLOCK);
        try {
            return courier.push(
                    url, CallbackWorld.SECRET, ITEM, Lease.starting(CLOCK, Ids.next(), Duration.ofMinutes(1)));
        } finally {
            courier.destroy();
        }
    }

    /** Gives these answers one after the other, the last for ever. */
    private CheckedResolver resolver(CallbackProperties settings, List<List<String>> given) {
        answers.addAll(given);
        DnsResolver played = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                asked++;
                List<String> now = answers.size() > 1 ? answers.poll() : answers.element();
                InetAddress[] found = new InetAddress[now.size()];
                for (int i = 0; i < found.length; i++) {
                    found[i] = InetAddress.getByAddress(
                            host, InetAddress.getByName(now.get(i)).getAddress());
                }
                return found;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        return new CheckedResolver(played, new ReachRules(settings));
    }
}
