package vn.lienthong.signing;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * How long what proves a signature's time can be believed by itself.
 *
 * @param ends when the first certificate it stands on ends
 * @param algorithms what it is made with: {@code SHA256}, {@code RSA2048}, {@code EC256}
 */
public record ProofLife(Instant ends, Set<String> algorithms) {
    /** Holds its own copy. */
    public ProofLife {
        algorithms = Set.copyOf(algorithms);
    }

    /** Both together last as long as the shorter one, and stand on the algorithms of both. */
    public ProofLife and(ProofLife other) {
        Set<String> all = new TreeSet<>(algorithms);
        all.addAll(other.algorithms);
        return new ProofLife(ends.isBefore(other.ends) ? ends : other.ends, all);
    }
}
