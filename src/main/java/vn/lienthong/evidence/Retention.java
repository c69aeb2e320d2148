package vn.lienthong.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.evidence.RetentionRepository.Expired;
import vn.lienthong.evidence.tree.TreeHash;
import vn.lienthong.kernel.GatewayClock;

/**
 * Removes the bytes and the nonces of messages whose time is over. Their leaves stay, so that every proof goes on to hold,
 * and a record that names them and the rule becomes a leaf itself: what was removed, when and why can be proven, and what
 * was removed cannot be guessed.
 */
@Component
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int MOST = 500;

    private final RetentionRepository rows;
    private final Evidence evidence;
    private final EvidenceProperties settings;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;

    Retention(
            RetentionRepository rows,
            Evidence evidence,
            EvidenceProperties settings,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.evidence = evidence;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Removes all that is due; a record and its removals commit together. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    int remove() {
        Instant before =
                clock.now().atZone(GatewayClock.ZONE).minus(settings.keep()).toInstant();
        int removed = 0;
        int last;
        do {
            Integer step = transaction.execute(status -> step(before));
            last = step == null ? 0 : step;
            removed += last;
        } while (last == MOST);
        if (removed > 0) {
            LOG.info(
                    "Đã xóa nội dung {} bản tin hết hạn lưu, có biên bản / removed the bytes of {} messages whose time is"
                            + " over, with a record",
                    removed,
                    removed);
        }
        return removed;
    }

    private int step(Instant before) {
        if (!rows.lock()) {
            return 0;
        }
        List<Expired> expired = rows.expired(before, MOST);
        if (expired.isEmpty()) {
            return 0;
        }
        Message record = Message.out("retention", "gateway", record(expired));
        evidence.keep(List.of(record));
        rows.remove(expired, record.id());
        return expired.size();
    }

    private byte[] record(List<Expired> expired) {
        StringBuilder text = new StringBuilder("lienthong/deletion/1\n")
                .append("rule keep ")
                .append(settings.keep())
                .append("\nat ")
                .append(clock.now())
                .append('\n');
        for (Expired one : expired) {
            text.append("removed ")
                    .append(one.leaf().id())
                    .append(' ')
                    .append(one.position())
                    .append(' ')
                    .append(HexFormat.of().formatHex(TreeHash.leaf(one.leaf().text())))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
