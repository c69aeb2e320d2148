package vn.lienthong.signing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.internal.Engine;
import vn.lienthong.signing.internal.TrustList;

/** Signs with the sample authority's keys, for tests of other rooms. */
public final class TestSigning {
    /** The PEM file of the sample root. */
    public static final String ROOT = SigningWorld.ROOT;

    private TestSigning() {}

    /** Signs as {@code gateway} with this holder's key, stamped by the authority at this address. */
    public static Signer signer(String holder, @Nullable String timeStamps, GatewayClock clock) {
        return signer(Map.of("gateway", SigningWorld.key(holder)), timeStamps, clock);
    }

    /** Signs as {@code gateway} with a key of the authority in this folder. */
    public static Signer signerOf(Path authority, String holder, GatewayClock clock) {
        String file = authority.resolve(holder + ".p12").toString();
        return signer(
                Map.of("gateway", new SigningProperties.Key(file, null, "sandbox-sample", null, null, null)),
                null,
                clock);
    }

    /** Has no key at all. */
    public static Signer withoutKey(GatewayClock clock) {
        return signer(Map.of(), null, clock);
    }

    /** Renews with stamps of the authority at this address. */
    public static Renewer renewer(@Nullable String timeStamps, GatewayClock clock, RenewalProperties settings) {
        return new Renewer(engine(Map.of(), timeStamps, clock), settings);
    }

    /** Ninety days of margin, and these ends of algorithms. */
    public static RenewalProperties renewal(Map<String, LocalDate> algorithmsEnd) {
        return new RenewalProperties(
                Duration.ofDays(90), Duration.ofMinutes(15), 50, 3, RenewalProperties.Digest.SHA256, algorithmsEnd);
    }

    private static Signer signer(
            Map<String, SigningProperties.Key> keys, @Nullable String timeStamps, GatewayClock clock) {
        return new Signer(engine(keys, timeStamps, clock));
    }

    private static Engine engine(
            Map<String, SigningProperties.Key> keys, @Nullable String timeStamps, GatewayClock clock) {
        Duration wait = Duration.ofMillis(1500);
        return new Engine(
                new SigningProperties(
                        keys,
                        List.of(ROOT),
                        new SigningProperties.TimeStamps(timeStamps, wait, wait, Duration.ofMinutes(2)),
                        new SigningProperties.Revocation(
                                List.of(),
                                null,
                                wait,
                                wait,
                                java.time.Duration.ofHours(4),
                                java.time.Duration.ofHours(4))),
                clock);
    }

    /** The name of this holder of the sample authority. */
    public static String subject(String holder) {
        try {
            return TrustList.read(List.of(
                            SigningWorld.CERTIFICATES.resolve(holder + ".pem").toString()))
                    .getFirst()
                    .getSubjectX500Principal()
                    .getName();
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Believes the sample root. */
    public static OfflineVerifier offline() {
        try {
            return OfflineVerifier.trusting(List.of(ROOT));
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
