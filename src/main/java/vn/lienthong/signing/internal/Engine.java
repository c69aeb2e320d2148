package vn.lienthong.signing.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.SigningProperties;

/** Keeps the makers and judges of signatures, each built when it is first asked for. */
public final class Engine {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int STRANGERS = 2;

    private final SigningProperties settings;
    private final GatewayClock clock;
    private final SeenCertificates seen = new SeenCertificates();
    private @Nullable Helpers helpers;
    private @Nullable Workshop workshop;
    private @Nullable Judge judge;
    private @Nullable Judge strangers;
    private @Nullable Renewing renewing;

    /** Builds nothing yet. */
    public Engine(SigningProperties settings, GatewayClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Where signatures are made. */
    public synchronized Workshop workshop() {
        Workshop built = workshop;
        if (built == null) {
            built = new Workshop(new KeyRing(settings.keys(), clock), helpers(), clock);
            workshop = built;
        }
        return built;
    }

    /** Where signatures are judged. */
    public synchronized Judge judge() {
        Judge built = judge;
        if (built == null) {
            int atOnce = Math.max(2, Runtime.getRuntime().availableProcessors());
            built = new Judge(helpers(), clock, new Deadline("verify", atOnce, LONGEST));
            judge = built;
        }
        return built;
    }

    /** Where signatures are judged for people we do not know, who take nobody else's threads. */
    public synchronized Judge judgeForStrangers() {
        Judge built = strangers;
        if (built == null) {
            built = new Judge(helpers(), clock, new Deadline("verify-stranger", STRANGERS, LONGEST));
            strangers = built;
        }
        return built;
    }

    /** Where old proofs are renewed. */
    public synchronized Renewing renewing() {
        Renewing built = renewing;
        if (built == null) {
            built = new Renewing(helpers(), this::judge);
            renewing = built;
        }
        return built;
    }

    /** What the other sides showed. */
    public SeenCertificates seen() {
        return seen;
    }

    private Helpers helpers() {
        Helpers built = helpers;
        if (built == null) {
            XmlFactories.keep();
            built = new Helpers(settings, clock, seen);
            helpers = built;
        }
        return built;
    }
}
