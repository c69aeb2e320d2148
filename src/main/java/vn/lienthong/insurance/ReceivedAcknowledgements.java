package vn.lienthong.insurance;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Caller;
import vn.lienthong.delivery.Acknowledgement;
import vn.lienthong.delivery.Acknowledgement.Effect;
import vn.lienthong.delivery.Acknowledgement.Taken;
import vn.lienthong.delivery.Acknowledgements;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Takes acknowledgements of social insurance: its exact words and what they come to, in one transaction. */
@Component
class ReceivedAcknowledgements {
    private static final String PARTNER = "insurance";

    private final Acknowledgements acknowledgements;
    private final Evidence evidence;

    ReceivedAcknowledgements(Acknowledgements acknowledgements, Evidence evidence) {
        this.acknowledgements = acknowledgements;
        this.evidence = evidence;
    }

    /** Refuses with 404 one about a delivery that social insurance was never given, and says no more than that. */
    @Transactional
    public AcknowledgementController.Answer take(AcknowledgementReader.Read read, Caller caller, byte[] body) {
        UUID message = Ids.next();
        Taken taken = acknowledgements
                .take(PARTNER, new Acknowledgement(read.delivery(), read.outcome(), read.reason(), read.at(), message))
                .orElseThrow(ReceivedAcknowledgements::unknown);
        if (taken.effect() != Effect.REPEATED) {
            evidence.keep(List.of(new Message(
                    message, Message.Direction.IN, "rest", caller.clientId(), taken.dossierNumber(), null, body)));
        }
        return new AcknowledgementController.Answer(
                Long.toString(read.delivery()),
                taken.state().name(),
                taken.effect().name());
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(
                404,
                "ACKNOWLEDGEMENT-UNKNOWN",
                "Không có việc gửi nào mang mã này đã được giao cho bên xác nhận.",
                "Nothing with this reference was handed to whoever acknowledges it."));
    }
}
