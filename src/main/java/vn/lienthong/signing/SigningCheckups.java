package vn.lienthong.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.internal.KeyExamination;
import vn.lienthong.signing.internal.KeyFile;
import vn.lienthong.signing.internal.RevocationExamination;
import vn.lienthong.signing.internal.TimeStampExamination;

/** What this room lets {@code doctor} look at: keys and trust, the time-stamp authority, who tells revocation. */
public final class SigningCheckups {
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private record Look(String id, Bilingual title, Duration longest, Callable<List<Diagnosis>> look)
            implements Checkup {
        @Override
        public List<Diagnosis> examine() throws Exception {
            return look.call();
        }
    }

    private SigningCheckups() {}

    /** The checkups of these settings; {@code production} minds sample certificates. */
    public static List<Checkup> of(SigningProperties settings, GatewayClock clock, boolean production) {
        List<Checkup> all = new ArrayList<>();
        all.add(new Look(
                "keys",
                new Bilingual("khóa ký và chứng thư", "signing keys and certificates"),
                Duration.ofSeconds(10),
                () -> keys(settings, clock, production)));
        SigningProperties.TimeStamps stamps = settings.timeStamps();
        all.add(new Look(
                "time-stamps",
                new Bilingual("dấu thời gian (TSA)", "time-stamps (TSA)"),
                stamps.connectTimeout().plus(stamps.readTimeout()).plus(MARGIN),
                () -> new TimeStampExamination(settings, clock).examine()));
        SigningProperties.Revocation revocation = settings.revocation();
        issuedChains(settings, clock)
                .forEach((id, chain) -> all.add(new Look(
                        "revocation:" + id,
                        new Bilingual(
                                "trạng thái chứng thư (OCSP) của khóa " + id, "revocation (OCSP) of the key " + id),
                        revocation
                                .connectTimeout()
                                .plus(revocation.readTimeout())
                                .plus(MARGIN),
                        () -> new RevocationExamination(revocation, clock).examine(chain))));
        return all;
    }

    private static List<Diagnosis> keys(SigningProperties settings, GatewayClock clock, boolean production) {
        List<Diagnosis> found = new ArrayList<>();
        settings.keys().forEach((id, key) -> found.addAll(KeyExamination.key(id, key, production, clock.now())));
        found.addAll(KeyExamination.trust(settings.trust(), production, clock.now()));
        return found;
    }

    /** Of the keys that can be read; about the others {@code keys} has told. */
    private static Map<String, List<X509Certificate>> issuedChains(SigningProperties settings, GatewayClock clock) {
        Map<String, List<X509Certificate>> chains = new LinkedHashMap<>();
        settings.keys().forEach((id, key) -> {
            try {
                chains.put(id, KeyFile.chain(key, clock.now()));
            } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
                // the look at the keys names it
            }
        });
        return chains;
    }
}
