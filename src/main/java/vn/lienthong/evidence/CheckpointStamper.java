package vn.lienthong.evidence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.evidence.CheckpointRepository.Kept;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningOutcome;

/**
 * Puts time-stamps over signed checkpoints, the oldest first, on one node at a time. While the authority fails, checkpoints
 * stay without and one of them is tried again each round; nobody waits for it. After the settled time it raises the alarm.
 */
@Component
class CheckpointStamper {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStamper.class);
    private static final Duration ROUND = Duration.ofSeconds(30);

    private final CheckpointRepository checkpoints;
    private final Signer signer;
    private final EvidenceProperties settings;
    private final GatewayClock clock;
    private final AtomicReference<@Nullable Bilingual> trouble = new AtomicReference<>();
    private volatile boolean alarmed;

    CheckpointStamper(
            CheckpointRepository checkpoints, Signer signer, EvidenceProperties settings, GatewayClock clock) {
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
    }

    /** Why the last time-stamp could not be had. */
    Optional<Bilingual> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    /** Since when the oldest checkpoint has been waiting for its time-stamp. */
    Duration waiting() {
        return checkpoints
                .oldestBare(0)
                .map(bare -> Duration.between(bare.at(), clock.now()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Whether it has been too long. */
    boolean alarmed() {
        return alarmed;
    }

    /** One round: as many as the authority gives within half a minute. */
    void stamp() {
        if (checkpoints.oldestBare(0).isPresent() && checkpoints.claimStamping()) {
            try {
                round();
            } finally {
                checkpoints.releaseStamping();
            }
        }
        watch();
    }

    private void round() {
        long end = clock.monotonicNanos() + ROUND.toNanos();
        Optional<Kept> bare = checkpoints.oldestBare(0);
        while (bare.isPresent() && clock.monotonicNanos() - end < 0) {
            Kept checkpoint = bare.get();
            SigningOutcome outcome = signer.stamp(
                    new Content("checkpoint.p7s", checkpoint.signature()),
                    new Content("checkpoint.txt", checkpoint.body()));
            switch (outcome) {
                case SigningOutcome.Signed signed -> {
                    checkpoints.stamp(checkpoint.size(), signed.bytes(), clock.now());
                    if (trouble.getAndSet(null) != null) {
                        LOG.warn("Lại có dấu thời gian / time-stamps are given again");
                    }
                }
                case SigningOutcome.Unsuitable odd -> tell(odd.why()); // this one never; the next may
                case SigningOutcome.NoKey none -> {
                    tell(none.why());
                    return;
                }
                case SigningOutcome.NoTimeStamp none -> {
                    tell(none.why());
                    return;
                }
                case SigningOutcome.NoRevocationData none -> {
                    tell(none.why());
                    return;
                }
            }
            bare = checkpoints.oldestBare(checkpoint.size());
        }
    }

    private void tell(Bilingual why) {
        if (trouble.getAndSet(why) == null) {
            LOG.warn(
                    "Chưa có dấu thời gian, bằng chứng vẫn được ký và sẽ bổ sung sau: {} / no time-stamp for now, evidence"
                            + " is signed and stamped later: {}",
                    why.vi(),
                    why.en());
        }
    }

    private void watch() {
        Duration age = waiting();
        boolean late = age.compareTo(settings.stampAlarm()) > 0;
        if (late && !alarmed) {
            String why = trouble().map(Bilingual::both).orElse("");
            LOG.error(
                    "BÁO ĐỘNG: đã {} phút bằng chứng không có dấu thời gian; hãy báo nhà cung cấp dấu thời gian. {} /"
                            + " ALARM: evidence has had no time-stamp for {} minutes; call the time-stamp authority.",
                    age.toMinutes(),
                    why,
                    age.toMinutes());
        }
        alarmed = late;
    }
}
