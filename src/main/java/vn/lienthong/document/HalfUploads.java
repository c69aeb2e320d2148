package vn.lienthong.document;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;

/** Removes files that never became complete: what a process left that was killed while they came in. */
@Component
class HalfUploads {
    private static final Logger LOG = LoggerFactory.getLogger(HalfUploads.class);

    private final FileFolder folder;
    private final DocumentProperties settings;
    private final GatewayClock clock;

    HalfUploads(FileFolder folder, DocumentProperties settings, GatewayClock clock) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        // no port is open yet: in a folder of our own nothing can be coming in
        sweep(folder.isShared() ? oldEnough() : Instant.MAX);
    }

    /** Nothing comes in for longer than an upload may take. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 3_600_000)
    void sweepNowAndThen() {
        sweep(oldEnough());
    }

    private Instant oldEnough() {
        return clock.now().minus(settings.longestUpload().multipliedBy(2));
    }

    final int sweep(Instant before) {
        int removed = 0;
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder.incoming(), "*.part")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before) && Files.deleteIfExists(part)) {
                    removed++;
                }
            }
        } catch (IOException trouble) {
            LOG.warn("Chưa dọn được tệp nhận dở / unfinished files cannot be removed now", trouble);
        }
        if (removed > 0) {
            LOG.info("Đã dọn {} tệp nhận dở / {} unfinished files removed", removed, removed);
        }
        return removed;
    }
}
