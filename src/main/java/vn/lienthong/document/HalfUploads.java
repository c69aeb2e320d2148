package vn.lienthong.document;

import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.document.internal.Depot;
import vn.lienthong.kernel.GatewayClock;

/** Removes files that never became complete: what a process left that was killed while they came in. */
@Component
class HalfUploads {
    private static final Logger LOG = LoggerFactory.getLogger(HalfUploads.class);

    private final Depot depot;
    private final DocumentProperties settings;
    private final GatewayClock clock;

    HalfUploads(Depot depot, DocumentProperties settings, GatewayClock clock) {
        this.depot = depot;
        this.settings = settings;
        this.clock = clock;
        if (!depot.isShared()) {
            // no port is open yet: in a place of our own nothing can be coming in
            sweep(Instant.MAX);
        }
    }

    /** Nothing comes in for longer than an upload may take. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void sweepNowAndThen() {
        sweep(clock.now().minus(settings.longestUpload().multipliedBy(2)));
    }

    final int sweep(Instant before) {
        try {
            int removed = depot.sweep(before);
            if (removed > 0) {
                LOG.info("Đã dọn {} tệp nhận dở / {} unfinished files removed", removed, removed);
            }
            return removed;
        } catch (IOException trouble) {
            LOG.warn("Chưa dọn được tệp nhận dở / unfinished files cannot be removed now: {}", trouble.getMessage());
            return 0;
        }
    }
}
