package vn.lienthong.access.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import vn.lienthong.access.AccessProperties;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;

/**
 * The RSA keys of the access tokens, one set for all nodes, kept in the database. The newest signs; older ones go on
 * verifying until their last token has ended. RSA because verifying, done at each call, is its cheap side.
 */
public final class TokenKeys implements JWKSource<SecurityContext> {
    private static final Logger log = LoggerFactory.getLogger(TokenKeys.class);
    private static final Duration REREAD_AFTER = Duration.ofMinutes(1);
    /** A stranger's key id may cost one read in this time, no more. */
    private static final Duration REREAD_AT_MOST_EACH = Duration.ofSeconds(5);

    private static final int BITS = 2048;

    private final TokenKeyRepository repository;
    private final TransactionOperations transactions;
    private final DataSeal seal;
    private final GatewayClock clock;
    private final AccessProperties properties;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable KeyRing ring;

    TokenKeys(
            TokenKeyRepository repository,
            TransactionOperations transactions,
            DataSeal seal,
            GatewayClock clock,
            AccessProperties properties) {
        this.repository = repository;
        this.transactions = transactions;
        this.seal = seal;
        this.clock = clock;
        this.properties = properties;
    }

    /** The key that signs now; makes the first one, or a successor once it is older than the configured age. */
    public RSAKey signing() {
        KeyRing known = current();
        if (known.newestMadeAt().plus(properties.rotateKeysAfter()).isAfter(clock.now())) {
            return known.newest();
        }
        return renew(false).newest();
    }

    /** Makes a successor now. Tokens already given stay valid; other nodes learn the new key when they first meet it. */
    public RSAKey rotate() {
        return renew(true).newest();
    }

    /** Changes whenever the set of keys changes: what was verified under another number must be verified again. */
    public long generation() {
        current();
        return generation.get();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        KeyRing known = current();
        List<JWK> found = selector.select(known.set());
        if (found.isEmpty() && olderThan(known, REREAD_AT_MOST_EACH)) {
            return selector.select(reread(known).set());
        }
        return found;
    }

    private KeyRing current() {
        KeyRing known = ring;
        if (known == null) {
            return renew(false);
        }
        return olderThan(known, REREAD_AFTER) ? reread(known) : known;
    }

    private boolean olderThan(KeyRing known, Duration age) {
        return clock.monotonicNanos() - known.readAt() > age.toNanos();
    }

    /** One caller reads, the others go on with what is known; so do all while the database is away. */
    private KeyRing reread(KeyRing known) {
        if (!reading.tryLock()) {
            return known;
        }
        try {
            List<TokenKeyRepository.Row> rows = repository.newestFirst();
            return rows.isEmpty() ? renew(false) : know(rows);
        } catch (DataAccessException unreachable) {
            log.warn("Token keys could not be read again, going on with those known: {}", unreachable.getMessage());
            KeyRing later = new KeyRing(known.keys(), known.newestMadeAt(), clock.monotonicNanos());
            ring = later;
            return later;
        } finally {
            reading.unlock();
        }
    }

    /** Under the table's lock, so that nodes that start together end with one key. */
    private KeyRing renew(boolean always) {
        reading.lock();
        try {
            List<TokenKeyRepository.Row> rows = transactions.execute(status -> {
                repository.lock();
                List<TokenKeyRepository.Row> found = repository.newestFirst();
                Instant now = clock.now();
                if (always || found.isEmpty() || isOld(found.getFirst(), now)) {
                    repository.add(made(now));
                    repository.dropSucceededBefore(
                            now.minus(properties.tokenLifetime().multipliedBy(2)));
                    found = repository.newestFirst();
                }
                return found;
            });
            if (rows == null) {
                throw new IllegalStateException("A transaction gave no keys");
            }
            return know(rows);
        } finally {
            reading.unlock();
        }
    }

    private boolean isOld(TokenKeyRepository.Row newest, Instant now) {
        return !newest.madeAt().plus(properties.rotateKeysAfter()).isAfter(now);
    }

    private KeyRing know(List<TokenKeyRepository.Row> rows) {
        KeyRing before = ring;
        KeyRing read = new KeyRing(
                rows.stream().map(this::opened).toList(), rows.getFirst().madeAt(), clock.monotonicNanos());
        ring = read;
        if (before == null || !before.sameKeysAs(read)) {
            generation.incrementAndGet();
        }
        return read;
    }

    private TokenKeyRepository.Row made(Instant now) {
        String kid = Ids.next().toString();
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            byte[] plain = key.toJSONString().getBytes(StandardCharsets.UTF_8);
            log.info("Made token key {}", kid);
            return new TokenKeyRepository.Row(kid, now, seal.seal(plain, context(kid)));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Every Java makes RSA keys", impossible);
        }
    }

    private RSAKey opened(TokenKeyRepository.Row row) {
        byte[] plain = seal.open(row.sealed(), context(row.kid()));
        try {
            return RSAKey.parse(new String(plain, StandardCharsets.UTF_8));
        } catch (ParseException foreign) {
            throw new IllegalStateException("Token key " + row.kid() + " is not one of ours", foreign);
        }
    }

    private static byte[] context(String kid) {
        return ("access_token_key:" + kid).getBytes(StandardCharsets.UTF_8);
    }
}
