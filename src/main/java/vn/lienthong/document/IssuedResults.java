package vn.lienthong.document;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets somebody who holds a paper with a QR code compare it: that there is such a result, and nothing about whom. */
@Component
public class IssuedResults {
    private final ResultRepository results;

    IssuedResults(ResultRepository results) {
        this.results = results;
    }

    /**
     * A result as strangers may know it.
     *
     * @param digests SHA-256 of every version of its document, in lower-case hexadecimal
     */
    public record Issued(Instant receivedAt, Set<String> digests) {}

    /** The result of this number, unless it is kept back. */
    public Optional<Issued> find(UUID id) {
        return results.find(id)
                .filter(result -> result.state() != ResultState.WITHHELD)
                .map(result -> new Issued(result.receivedAt(), results.digests(id)));
    }
}
