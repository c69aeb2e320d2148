package vn.lienthong.document;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.document.SealRepository.Unsealed;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningOutcome;
import vn.lienthong.signing.SigningRequest;
import vn.lienthong.signing.VisibleBlock;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * Puts the agency's seal on one result: with a time-stamp; without one only after the configured wait, and then the stamped
 * version follows. Signing is done outside of any transaction; two nodes at one result make one seal.
 */
@Component
class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final String NOT_SEALED = "RESULT-NOT-SEALED";
    private static final String WITHOUT_TIME = "RESULT-SEALED-WITHOUT-TIME";
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FOR_A_PERSON = Duration.ofMinutes(10);

    private final SealRepository seals;
    private final ResultRepository results;
    private final FileStore store;
    private final FileRepository files;
    private final Signer signer;
    private final Deliveries deliveries;
    private final WorkItems workItems;
    private final DocumentProperties settings;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;

    Sealing(
            SealRepository seals,
            ResultRepository results,
            FileStore store,
            FileRepository files,
            Signer signer,
            Deliveries deliveries,
            WorkItems workItems,
            DocumentProperties settings,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.seals = seals;
        this.results = results;
        this.store = store;
        this.files = files;
        this.signer = signer;
        this.deliveries = deliveries;
        this.workItems = workItems;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Tries to seal this result once. */
    void seal(Unsealed result) {
        String key = settings.sealKey(result.issuer()).orElse(null);
        if (key == null) {
            refuse(
                    result,
                    new Bilingual(
                            "chưa cấu hình khóa con dấu cho cơ quan " + result.issuer() + " (lienthong.document.seals)",
                            "no seal key is configured for agency " + result.issuer() + " (lienthong.document.seals)"));
            return;
        }
        Content received = new Content(
                result.type().fileName(),
                store.read(results.received(result.id()).orElseThrow().name()));
        settle(result, received, key, SignatureLevel.T);
    }

    private void settle(Unsealed result, Content received, String key, SignatureLevel level) {
        SigningRequest request = SigningRequest.of(key, result.type().sealFormat(), level, received);
        SigningOutcome outcome = signer.sign(
                result.visible() && result.type() == DocumentType.PDF ? request.seenAs(block(result)) : request);
        switch (outcome) {
            case SigningOutcome.Signed signed -> keep(result, signed);
            case SigningOutcome.NoTimeStamp none -> withoutTime(result, received, key, none.why());
            case SigningOutcome.NoRevocationData none -> withoutTime(result, received, key, none.why());
            case SigningOutcome.NoKey none -> refuse(result, none.why());
            case SigningOutcome.Unsuitable none -> refuse(result, none.why());
        }
    }

    private VisibleBlock block(Unsealed result) {
        return new VisibleBlock(VerificationAddress.of(settings.publicAddress(), result.id()));
    }

    private void keep(Unsealed result, SigningOutcome.Signed signed) {
        Sha256Name name = store.put(signed.bytes());
        files.keep(name, signed.bytes().length, result.type().mediaType());
        boolean stamped = signed.level() != SignatureLevel.B;
        transaction.executeWithoutResult(status -> {
            if (!seals.sealed(
                    result, stamped ? ResultState.SEALED : ResultState.SEALED_WITHOUT_TIME, stamped ? null : LONGEST)) {
                return; // another node was quicker
            }
            results.addVersion(result.id(), stamped ? "SEALED-T" : "SEALED-B", name, signed.bytes().length);
            deliveries.releaseSealed(result.dossierNumber(), result.id());
            // one item may stand for several results of the dossier
            if (!seals.othersOfItsDossier(result, ResultState.SEALING, NOT_SEALED)) {
                workItems.settle(NOT_SEALED, result.dossierNumber(), "SEALED");
            }
            if (stamped) {
                if (!seals.othersOfItsDossier(result, ResultState.SEALED_WITHOUT_TIME, null)) {
                    workItems.settle(WITHOUT_TIME, result.dossierNumber(), "SEALED");
                }
            } else {
                open(
                        result,
                        WITHOUT_TIME,
                        new Bilingual(
                                "Kết quả được đóng dấu số nhưng chưa có dấu thời gian; hệ thống sẽ tự bổ sung.",
                                "The result was sealed without a time-stamp; one follows by itself."));
            }
        });
    }

    private void withoutTime(Unsealed result, Content received, String key, Bilingual why) {
        boolean waitedEnough = !clock.now().isBefore(result.receivedAt().plus(settings.sealWait()));
        if (result.state() == ResultState.SEALING && waitedEnough) {
            settle(result, received, key, SignatureLevel.B);
            return;
        }
        LOG.warn("Chưa đóng dấu được kết quả {} / not sealed yet: {}", result.id(), why.both());
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(result.attempts(), 6));
        seals.postpone(result, "NO-TIME-STAMP", pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    /** Only a person can help; it is tried again all the same, because that person need not tell us. */
    private void refuse(Unsealed result, Bilingual why) {
        transaction.executeWithoutResult(status -> {
            seals.postpone(result, NOT_SEALED, FOR_A_PERSON);
            if (!NOT_SEALED.equals(result.trouble())) {
                open(
                        result,
                        NOT_SEALED,
                        new Bilingual(
                                "Không đóng được dấu số lên kết quả, kết quả chưa gửi đi: " + why.vi(),
                                "The result cannot be sealed and goes to nobody: " + why.en()));
            }
        });
    }

    private void open(Unsealed result, String code, Bilingual text) {
        workItems.open(
                List.of(new NewWorkItem(code, result.dossierNumber(), result.agency(), null, result.id(), text)));
    }
}
