package vn.lienthong.access.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.AccessProperties;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.testing.TestDatabase;

class TokenKeysTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String SEAL = "0123456789abcdef0123456789abcdef";
    private final DataSource source = DATABASE.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final MovedClock clock = new MovedClock();

    @BeforeEach
    void noKeysYet() {
        jdbc.sql("delete from access_token_key").update();
    }

    @Test
    void outlivesARestart() {
        String before = node().signing().getKeyID();
        assertThat(node().signing().getKeyID()).isEqualTo(before);
        assertThat(kids()).containsExactly(before);
    }

    @Test
    void givesNodesThatStartAtOnce_oneKey() throws Exception {
        int nodes = 6;
        CyclicBarrier start = new CyclicBarrier(nodes);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> starts = IntStream.range(0, nodes)
                    .<Callable<String>>mapToObj(each -> () -> {
                        TokenKeys node = node();
                        start.await();
                        return node.signing().getKeyID();
                    })
                    .toList();
            List<String> used = threads.invokeAll(starts).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();
            assertThat(used).hasSize(1).isEqualTo(kids());
        }
    }

    @Test
    void keepsThePrivatePartSealed() {
        node().signing();
        byte[] stored = jdbc.sql("select sealed from access_token_key")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("RSA", "\"d\"");
    }

    @Test
    void refusesAKeySealedByAnotherInstallation() {
        node().signing();
        TokenKeys stranger = node("ffffffffffffffffffffffffffffffff");
        assertThatThrownBy(stranger::signing).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void goesOnVerifying_withTheOldKey_untilItsLastTokenEnded() {
        TokenKeys node = node();
        String old = node.signing().getKeyID();
        clock.advance(Duration.ofSeconds(1));
        String fresh = node.rotate().getKeyID();
        assertThat(node.signing().getKeyID()).isEqualTo(fresh).isNotEqualTo(old);
        assertThat(found(node, old)).isTrue();

        clock.advance(Duration.ofHours(3));
        node.rotate();
        assertThat(found(node, old)).isFalse();
        assertThat(found(node, fresh)).isTrue();
    }

    @Test
    void replacesTheKeyByItself_onceItIsOld() {
        TokenKeys node = node();
        String old = node.signing().getKeyID();
        clock.advance(Duration.ofDays(89));
        assertThat(node.signing().getKeyID()).isEqualTo(old);
        clock.advance(Duration.ofDays(2));
        String fresh = node.signing().getKeyID();
        assertThat(fresh).isNotEqualTo(old);
        assertThat(node().signing().getKeyID()).isEqualTo(fresh);
    }

    @Test
    void learnsAKeyAnotherNodeMade_whenItFirstMeetsIt() {
        TokenKeys here = node();
        here.signing();
        long before = here.generation();
        clock.advance(Duration.ofSeconds(6));
        String fresh = node().rotate().getKeyID();
        assertThat(found(here, fresh)).isTrue();
        assertThat(here.generation()).isGreaterThan(before);
    }

    @Test
    void asksTheDatabaseOnceInAWhile_forAStrangersKeyId() {
        TokenKeys node = node();
        node.signing();
        clock.advance(Duration.ofSeconds(6));
        assertThat(found(node, "stranger")).isFalse();
        String made = node().rotate().getKeyID();
        assertThat(found(node, made)).as("read a moment ago").isFalse();
        clock.advance(Duration.ofSeconds(6));
        assertThat(found(node, made)).isTrue();
    }

    @Test
    void forgetsADroppedKey_withinAMinute() {
        TokenKeys node = node();
        String leaked = node.signing().getKeyID();
        clock.advance(Duration.ofSeconds(1));
        node().rotate();
        jdbc.sql("delete from access_token_key where kid = ?").param(leaked).update();
        clock.advance(Duration.ofSeconds(61));
        assertThat(found(node, leaked)).isFalse();
    }

    @Test
    void goesOnWithWhatItKnows_whileTheDatabaseIsAway() {
        TokenKeys node = node();
        String known = node.signing().getKeyID();
        jdbc.sql("alter table access_token_key rename to hidden").update();
        try {
            clock.advance(Duration.ofMinutes(2));
            assertThat(found(node, known)).isTrue();
            assertThat(node.signing().getKeyID()).isEqualTo(known);
        } finally {
            jdbc.sql("alter table hidden rename to access_token_key").update();
        }
    }

    private TokenKeys node() {
        return node(SEAL);
    }

    private TokenKeys node(String seal) {
        return new TokenKeys(
                new TokenKeyRepository(JdbcClient.create(source)),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new DataSeal(new SecretKeySpec(seal.getBytes(StandardCharsets.UTF_8), "AES")),
                clock,
                new AccessProperties(
                        URI.create("https://gateway.example"),
                        Duration.ofHours(1),
                        Duration.ofMinutes(5),
                        Duration.ofDays(90),
                        false,
                        List.of(),
                        List.of()));
    }

    private static boolean found(TokenKeys node, String kid) {
        List<JWK> found = node.get(
                new JWKSelector(new JWKMatcher.Builder()
                        .keyID(kid)
                        .algorithm(JWSAlgorithm.RS256)
                        .build()),
                null);
        return !found.isEmpty();
    }

    private List<String> kids() {
        return jdbc.sql("select kid from access_token_key").query(String.class).list();
    }

    /** Moves the monotonic reading along with the time. */
    private static final class MovedClock implements GatewayClock {
        private final SettableClock clock = new SettableClock();

        void advance(Duration step) {
            clock.advance(step);
        }

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public Duration offset() {
            return clock.offset();
        }

        @Override
        public long monotonicNanos() {
            return clock.monotonicNanos() + clock.offset().toNanos();
        }
    }
}
