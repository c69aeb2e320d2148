package vn.lienthong.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Audit;
import vn.lienthong.evidence.CheckpointRenewalRepository.Due;
import vn.lienthong.evidence.CheckpointRenewalRepository.Renewed;
import vn.lienthong.evidence.CheckpointRepository.Renewal;
import vn.lienthong.evidence.container.RenewalList;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.ProofLife;
import vn.lienthong.signing.RenewalOutcome;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.signing.RenewalWatch;
import vn.lienthong.signing.Renewer;

/**
 * Renews checkpoints before their time-stamps end: one new stamp over a list of many, a page at a time, the oldest end first, on
 * one node at a time. What a crash leaves undone is due as before; what two nodes did at once is kept once.
 */
@Component
class CheckpointRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointRenewal.class);
    private static final int PAGE = 100;
    private static final Duration ROUND = Duration.ofMinutes(1);
    /** Longer than a round and the slowest answer at its end. */
    private static final Duration LEASE = Duration.ofMinutes(3);
    /** While the authority still signs with its old certificate, asking it often gains nothing. */
    private static final Duration REST = Duration.ofHours(6);

    private final CheckpointRenewalRepository rows;
    private final CheckpointRepository checkpoints;
    private final TreeRepository tree;
    private final Renewer renewer;
    private final RenewalProperties settings;
    private final GatewayClock clock;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final RenewalWatch watch;
    private @Nullable Instant restsUntil;

    CheckpointRenewal(
            CheckpointRenewalRepository rows,
            CheckpointRepository checkpoints,
            TreeRepository tree,
            Renewer renewer,
            RenewalProperties settings,
            GatewayClock clock,
            Audit audit,
            TransactionTemplate transaction,
            MeterRegistry registry) {
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.renewer = renewer;
        this.settings = settings;
        this.clock = clock;
        this.audit = audit;
        this.transaction = transaction;
        this.watch = new RenewalWatch("checkpoint", settings, registry);
    }

    /** How it goes. */
    RenewalWatch watch() {
        return watch;
    }

    /** One look at all that is due. */
    @Scheduled(fixedDelayString = "${lienthong.renewal.every:15m}", initialDelayString = "PT3M")
    synchronized void look() {
        try {
            if (rows.claim(LEASE)) {
                try {
                    long end = clock.monotonicNanos() + ROUND.toNanos();
                    read(end);
                    renew(end);
                } finally {
                    rows.release();
                }
            }
            watch.counted(rows.counts(clock.now(), settings));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Gia hạn điểm chốt chờ cơ sở dữ liệu / renewal waits for the database: {}", away.getMessage());
        }
    }

    /** Learns how long stamps last that came since the last look. */
    private void read(long end) {
        List<CheckpointRenewalRepository.Unread> page = rows.unread(PAGE);
        while (!page.isEmpty() && clock.monotonicNanos() - end < 0) {
            for (CheckpointRenewalRepository.Unread each : page) {
                // one that cannot be read proves nothing any more: renewed at once, and for the self-check to judge
                rows.note(
                        each.size(),
                        renewer.lifeOfStamp(each.signature()).orElse(new ProofLife(each.stampedAt(), Set.of())));
            }
            page = rows.unread(PAGE);
        }
    }

    private void renew(long end) {
        Instant now = clock.now();
        if (restsUntil != null && now.isBefore(restsUntil)) {
            return;
        }
        restsUntil = null;
        Instant by = now.plus(settings.margin());
        Set<String> aging = settings.endedBy(by);
        Instant reach = Instant.MAX;
        boolean helps = false;
        List<Due> page = rows.due(by, aging, null, PAGE);
        while (!page.isEmpty() && clock.monotonicNanos() - end < 0) {
            List<Due> gaining = endingBefore(page, reach);
            if (!gaining.isEmpty()) {
                Map<Long, List<byte[]>> proofs = proofs(gaining);
                byte[] list = list(proofs);
                switch (renewer.stamp(list)) {
                    case RenewalOutcome.Renewed renewed -> {
                        reach = settings.ends(renewed.life());
                        List<Due> helped = endingBefore(gaining, reach);
                        helps |= !helped.isEmpty();
                        keep(helped, proofs, list, renewed);
                    }
                    case RenewalOutcome.NoTimeStamp none -> {
                        watch.failed(none.why());
                        return;
                    }
                    case RenewalOutcome.NoRevocationData none -> {
                        watch.failed(none.why());
                        return;
                    }
                    case RenewalOutcome.Unsuitable none -> {
                        watch.failed(none.why());
                        return;
                    }
                }
            }
            page = rows.due(by, aging, page.getLast(), PAGE);
        }
        boolean all = page.isEmpty();
        boolean tried = reach.isBefore(Instant.MAX);
        if (all || tried) {
            watch.went();
        }
        if (all && tried && !helps) {
            LOG.info(
                    "Chứng thư của máy chủ dấu thời gian chưa được thay / the authority's certificate is still the old one");
            restsUntil = now.plus(REST);
        }
    }

    /** Those that a proof until then would help. */
    private List<Due> endingBefore(List<Due> page, Instant reach) {
        return page.stream()
                .filter(due -> settings.ends(due.life()).isBefore(reach))
                .toList();
    }

    private Map<Long, List<byte[]>> proofs(List<Due> page) {
        Map<Long, List<byte[]>> proofs = new TreeMap<>();
        for (Due due : page) {
            List<byte[]> parts = new ArrayList<>(List.of(due.body(), due.signature()));
            for (Renewal before : checkpoints.renewals(due.size())) {
                parts.add(before.list());
                parts.add(before.stamp());
            }
            proofs.put(due.size(), parts);
        }
        return proofs;
    }

    private byte[] list(Map<Long, List<byte[]>> proofs) {
        String algorithm = settings.digest().algorithm();
        Map<Long, byte[]> digests = new TreeMap<>();
        proofs.forEach((size, parts) -> digests.put(size, RenewalList.digest(algorithm, parts)));
        return new RenewalList(tree.state().origin(), algorithm, digests).text();
    }

    private void keep(List<Due> gaining, Map<Long, List<byte[]>> proofs, byte[] list, RenewalOutcome.Renewed renewed) {
        if (gaining.isEmpty()) {
            return;
        }
        // two parts of its own, two of each renewal before
        List<Renewed> all = gaining.stream()
                .map(due -> new Renewed(
                        due.size(),
                        Objects.requireNonNull(proofs.get(due.size())).size() / 2))
                .toList();
        try {
            transaction.executeWithoutResult(status -> {
                long id = rows.renewed(new Renewal(list, renewed.bytes()), clock.now(), all, renewed.life());
                audit.record(
                        "gateway",
                        "evidence.renew",
                        "evidence:renewal:" + id,
                        all.size() + " checkpoints, until " + renewed.life().ends(),
                        Audit.Outcome.DONE);
            });
        } catch (DataIntegrityViolationException quicker) {
            LOG.debug("Another node renewed some of these, or they were thinned away: {}", quicker.getMessage());
        }
    }
}
