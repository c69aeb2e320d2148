package vn.lienthong.signing.internal;

import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.SigningProperties;

/** Keeps the makers and judges of signatures, each built when it is first asked for. */
public final class Engine {
    private final SigningProperties settings;
    private final GatewayClock clock;
    private final SeenCertificates seen = new SeenCertificates();
    private @Nullable Helpers helpers;
    private @Nullable Workshop workshop;
    private @Nullable Judge judge;

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
            built = new Judge(helpers(), clock);
            judge = built;
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
