package vn.lienthong.simulator.authority;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;

/** The sample authority: its keys are read at the first call that needs one, so that it costs a start nothing. */
public final class SampleAuthority {
    /** Where the committed certificates say that revocation is told. */
    public static final String ADDRESS = "http://127.0.0.1:9090";

    private final @Nullable Path folder;
    private final AtomicReference<@Nullable Map<Holder, Keeping>> keepings = new AtomicReference<>();

    /** With the keys in this folder; without one, with those packed into the program. */
    public SampleAuthority(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Makes a new authority in {@code folder}; the certificates name {@code address} for revocation. */
    public static void make(Path folder, String address, Clock clock) {
        // from the past: a rehearsal with a clock of last week must be able to use them
        CertificateMaker maker = new CertificateMaker(clock.instant().minus(Duration.ofDays(30)), address);
        CertificateFolder.write(folder, maker.make());
    }

    /** Whether this authority issued a certificate that is valid at this time. */
    public boolean issued(X509Certificate certificate, Instant at) {
        try {
            certificate.verify(keeping(Holder.ISSUER).certificate().getPublicKey());
            certificate.checkValidity(Date.from(at));
            return true;
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    /** Both platforms of this authority. */
    public Twins twins(Ledger ledger, Clock clock) {
        return new Twins(new TimeStampTwin(this, ledger, clock), new RevocationTwin(this, ledger, clock));
    }

    /** The time-stamp authority and the one who tells revocation. */
    public record Twins(Platform timeStamps, Platform revocation, List<Ledger.Memory> memories) {
        Twins(TimeStampTwin timeStamps, RevocationTwin revocation) {
            this(timeStamps, revocation, List.of(timeStamps.knob(), revocation.knob()));
        }
    }

    Keeping keeping(Holder holder) {
        Map<Holder, Keeping> read = keepings.get();
        if (read == null) {
            read = CertificateFolder.read(folder);
            keepings.set(read);
        }
        return Objects.requireNonNull(read.get(holder));
    }
}
