package vn.lienthong.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The process must not start, for reasons a person can remove. Each finding is shown as one line, without a stack
 * trace, and the process ends with status 1.
 */
public final class StartRefused extends RuntimeException {
    private final List<Bilingual> findings;

    /** Refuses with several findings. */
    public StartRefused(List<Bilingual> findings) {
        super(String.join("; ", findings.stream().map(Bilingual::en).toList()));
        this.findings = List.copyOf(findings);
    }

    /** Refuses with one finding and what caused it. */
    public StartRefused(Bilingual finding, @Nullable Throwable cause) {
        super(finding.en(), cause);
        this.findings = List.of(finding);
    }

    /** Refuses with one finding. */
    public StartRefused(String vi, String en) {
        this(new Bilingual(vi, en), null);
    }

    /** What a person has to change, one text each. */
    public List<Bilingual> findings() {
        return findings;
    }
}
