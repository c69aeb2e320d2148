package vn.lienthong.post.handover;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningOutcome;
import vn.lienthong.signing.SigningRequest;

/**
 * Prints and seals the record of one hand-over: with a time-stamp; without one only after the configured wait, and then the
 * stamped version follows. Signing is done outside of any transaction; two nodes at one record make one.
 */
@Component
class RecordSealing {
    private static final Logger LOG = LoggerFactory.getLogger(RecordSealing.class);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FOR_A_PERSON = Duration.ofMinutes(10);

    private final HandoverRepository handovers;
    private final RecordRepository records;
    private final RecordPaper paper;
    private final Signer signer;
    private final Evidence evidence;
    private final HandoverProperties settings;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;

    RecordSealing(
            HandoverRepository handovers,
            RecordRepository records,
            RecordPaper paper,
            Signer signer,
            Evidence evidence,
            HandoverProperties settings,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.handovers = handovers;
        this.records = records;
        this.paper = paper;
        this.signer = signer;
        this.evidence = evidence;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Tries to seal this record once. */
    void seal(RecordRepository.Unsealed record) {
        HandoverFacts facts = handovers.facts(record.handover());
        Content printed = new Content("bien-ban-" + facts.manifestNumber() + ".pdf", paper.print(facts));
        settle(record, printed, SignatureLevel.T);
    }

    private void settle(RecordRepository.Unsealed record, Content printed, SignatureLevel level) {
        SigningOutcome outcome =
                signer.sign(SigningRequest.of(settings.sealKey(), SignatureFormat.PADES, level, printed));
        switch (outcome) {
            case SigningOutcome.Signed signed -> keep(record, signed);
            case SigningOutcome.NoTimeStamp none -> withoutTime(record, printed, none.why());
            case SigningOutcome.NoRevocationData none -> withoutTime(record, printed, none.why());
            case SigningOutcome.NoKey none -> refuse(record, none.why());
            case SigningOutcome.Unsuitable none -> refuse(record, none.why());
        }
    }

    private void keep(RecordRepository.Unsealed record, SigningOutcome.Signed signed) {
        boolean stamped = signed.level() != SignatureLevel.B;
        String next = stamped ? RecordRepository.SEALED : RecordRepository.SEALED_WITHOUT_TIME;
        transaction.executeWithoutResult(status -> {
            if (records.sealed(record, next, signed.bytes(), stamped ? null : LONGEST)) {
                evidence.keep(List.of(Message.out("post", record.client(), signed.bytes())));
            }
        });
    }

    private void withoutTime(RecordRepository.Unsealed record, Content printed, Bilingual why) {
        boolean first = record.state().equals(RecordRepository.WAITING);
        if (first && !clock.now().isBefore(record.askedAt().plus(settings.sealWait()))) {
            settle(record, printed, SignatureLevel.B);
            return;
        }
        LOG.warn("Chưa ký được biên bản giao nhận {} / not sealed yet: {}", record.handover(), why.both());
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(record.attempts(), 8));
        records.postpone(record, "NO-TIME-STAMP", pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    /** Only a person can help; it is tried again all the same, because that person need not tell us. */
    private void refuse(RecordRepository.Unsealed record, Bilingual why) {
        records.postpone(record, "NOT-SEALED", FOR_A_PERSON);
        LOG.error(
                "Không ký được biên bản giao nhận {} (lienthong.post.handover.seal-key) / cannot be sealed: {}",
                record.handover(),
                why.both());
    }
}
