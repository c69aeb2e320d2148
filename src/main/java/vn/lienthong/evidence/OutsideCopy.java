package vn.lienthong.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.evidence.EvidenceExport.Packed;
import vn.lienthong.kernel.GatewayClock;

/**
 * Puts the newest checkpoint into a folder of somebody else once a day. Whoever rewrites the history here would have to
 * rewrite it there as well.
 */
@Component
class OutsideCopy {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideCopy.class);

    private final EvidenceExport export;
    private final CheckpointRepository checkpoints;
    private final EvidenceProperties settings;
    private final GatewayClock clock;

    OutsideCopy(
            EvidenceExport export, CheckpointRepository checkpoints, EvidenceProperties settings, GatewayClock clock) {
        this.export = export;
        this.checkpoints = checkpoints;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes today's file unless it is there; nodes that do it at once write the same. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 120_000)
    void copy() {
        Path folder = settings.outside();
        if (folder == null) {
            return;
        }
        Path file = folder.resolve("lienthong-" + clock.today() + ".asice");
        if (Files.exists(file) || !(export.checkpoints(List.of()) instanceof Packed.Container made)) {
            return;
        }
        try {
            Path part = Files.createTempFile(folder, "lienthong", ".part");
            Files.write(part, made.bytes());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException trouble) {
            LOG.warn(
                    "Chưa gửi được điểm chốt ra {}: {} Sẽ thử lại. / the checkpoint could not be put into {}; it is tried"
                            + " again.",
                    folder,
                    trouble.toString(),
                    folder);
        }
    }

    /** Of past days only the last checkpoint of each hour stays. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
    void thin() {
        checkpoints.thin(
                clock.today().minusDays(1).atStartOfDay(GatewayClock.ZONE).toInstant());
    }
}
