package vn.lienthong.insurance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.insurance.wire.Call;
import vn.lienthong.insurance.wire.Contract;
import vn.lienthong.insurance.wire.InsuranceProperties;
import vn.lienthong.insurance.wire.Line;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningOutcome;
import vn.lienthong.signing.SigningRequest;

/**
 * Forwards signed results to social insurance, one by one, and asks what became of them. What arrived stays without end until
 * it is acknowledged or, after a time, a person settles it; a result handed over twice is one there, by its reference.
 */
@Component("insuranceForward")
public class InsuranceForward {
    private final ResultFacts facts;
    private final ResultDocument documents;
    private final Signer signer;
    private final InsuranceProperties settings;
    private final Line line;
    private final GatewayClock clock;

    InsuranceForward(
            ResultFacts facts,
            Contract contract,
            Signer signer,
            InsuranceProperties settings,
            Line line,
            GatewayClock clock) {
        this.facts = facts;
        this.documents = new ResultDocument(contract);
        this.signer = signer;
        this.settings = settings;
        this.line = line;
        this.clock = clock;
    }

    /** Notes for every delivery of the batch what its own call came to. */
    public void send(DeliveryBatch batch) {
        for (ClaimedDelivery delivery : batch.undecided()) {
            batch.note(delivery, send(batch, delivery));
        }
    }

    /** Notes for every delivery of the batch what social insurance says of it. */
    public void ask(DeliveryBatch batch) {
        for (ClaimedDelivery delivery : batch.undecided()) {
            Call call = call(batch, delivery, new Leaving(batch.lease()::holds));
            batch.note(delivery, Verdict.ofQuestion(line.ask(call), isOverdue(delivery)));
        }
    }

    private boolean isOverdue(ClaimedDelivery delivery) {
        Instant since = delivery.uncertainSince();
        return since != null && since.plus(settings.decisionMost()).isBefore(clock.now());
    }

    private DeliveryOutcome send(DeliveryBatch batch, ClaimedDelivery delivery) {
        Leaving leaving = new Leaving(batch::markLeaving);
        try {
            Optional<Map<String, String>> known = facts.of(batch.partner(), delivery);
            if (known.isEmpty()) {
                return new Undecidable(Reason.CANNOT_BE_BUILT, null, false);
            }
            return forward(call(batch, delivery, leaving), known.get());
        } catch (ProblemException away) {
            return new NotSent(Reason.OWN_TROUBLE, away.problem().code());
        } catch (DataAccessException | TransactionException trouble) {
            // with several in a batch, what one of them let out says nothing about this one
            return leaving.left()
                    ? new DeliveryOutcome.MaybeSent(
                            Reason.ANSWER_LOST, trouble.getClass().getSimpleName(), false)
                    : new NotSent(Reason.OWN_TROUBLE, trouble.getClass().getSimpleName());
        }
    }

    private DeliveryOutcome forward(Call call, Map<String, String> known) {
        List<String> missing = documents.missing(known);
        List<String> unwritable = documents.unwritable(known);
        if (!missing.isEmpty() || !unwritable.isEmpty()) {
            return new Refused(
                    Reason.CONTENT_UNSENDABLE,
                    null,
                    "thiếu / missing: " + missing + ", ký tự lạ / characters no XML holds: " + unwritable);
        }
        // level B: the evidence is time-stamped as a whole, and an authority that is away must not hold this up
        SigningOutcome signed = signer.sign(SigningRequest.of(
                settings.key(),
                SignatureFormat.XADES_ENVELOPED,
                SignatureLevel.B,
                new Content("ket-qua.xml", documents.write(known))));
        return switch (signed) {
            case SigningOutcome.Signed done -> Verdict.ofHandingOver(line.forward(call, done.bytes()));
            case SigningOutcome.NoKey none ->
                new NotSent(Reason.OWN_TROUBLE, none.why().both());
            case SigningOutcome.Unsuitable none ->
                new Undecidable(Reason.CANNOT_BE_BUILT, none.why().both(), false);
            case SigningOutcome.NoTimeStamp none ->
                new NotSent(Reason.OWN_TROUBLE, none.why().both());
            case SigningOutcome.NoRevocationData none ->
                new NotSent(Reason.OWN_TROUBLE, none.why().both());
        };
    }

    private static Call call(DeliveryBatch batch, ClaimedDelivery delivery, Leaving leaving) {
        return new Call(
                batch.partner(),
                Long.toString(delivery.id()),
                delivery.dossierNumber(),
                batch.lease(),
                leaving,
                (UUID evidence) -> batch.sendingAs(evidence, Map.of()));
    }
}
