package vn.lienthong.simulator.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All platforms with what is counted and set around them. */
public final class Twins {
    private static final List<String> IDS =
            List.of("portal", "population", "post", "insurance", "civil-status", "tsa", "ocsp");

    private final Map<String, Platform> platforms = new LinkedHashMap<>();
    private final Faults faults;
    private final Calls calls;

    /** Brings the built platforms together; every other known id gets a placeholder. */
    public Twins(Ledger ledger, List<Platform> built) {
        faults = new Faults(ledger);
        calls = new Calls(ledger);
        IDS.forEach(id -> platforms.put(id, Platform.unbuilt(id)));
        built.forEach(platform -> platforms.put(platform.id(), platform));
    }

    /** What the ledger has to recall: the platforms' memories and those around them. */
    public List<Ledger.Memory> memories(Collection<? extends Ledger.Memory> own) {
        List<Ledger.Memory> all = new ArrayList<>(own);
        all.add(faults);
        all.add(calls);
        return all;
    }

    Optional<Platform> platform(String id) {
        return Optional.ofNullable(platforms.get(id));
    }

    Collection<String> ids() {
        return platforms.keySet();
    }

    Faults faults() {
        return faults;
    }

    Calls calls() {
        return calls;
    }
}
