package vn.lienthong.document;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The documents of results, for those rooms that send them on. */
@Component
public class ResultFiles {
    private final Results results;
    private final FileStore store;

    ResultFiles(Results results, FileStore store) {
        this.results = results;
        this.store = store;
    }

    /**
     * The newest version that others may have, with what it holds if that is at most {@code most} bytes; empty for a result
     * that nobody may have. Refuses with 503 one that still waits for its seal.
     */
    public Optional<ResultFile> handedOut(UUID result, long most) {
        return results.handedOut(result)
                .map(file -> new ResultFile(
                        file.mediaType(),
                        file.name().hex(),
                        file.size(),
                        file.size() <= most ? store.read(file.name()) : null));
    }
}
