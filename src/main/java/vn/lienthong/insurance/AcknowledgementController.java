package vn.lienthong.insurance;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code POST /v1/insurance/acknowledgements}: what social insurance decided about a result that it was given. */
@RestController
class AcknowledgementController {
    private static final int LARGEST = 16 * 1024;

    private final ReceivedAcknowledgements acknowledgements;
    private final AcknowledgementReader reader;
    private final Rights rights;

    AcknowledgementController(ReceivedAcknowledgements acknowledgements, AcknowledgementReader reader, Rights rights) {
        this.acknowledgements = acknowledgements;
        this.reader = reader;
        this.rights = rights;
    }

    @PostMapping(path = "/v1/insurance/acknowledgements", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answer take(HttpServletRequest request, Caller caller) throws IOException {
        rights.requireScope(caller, Scopes.INSURANCE_ACK);
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ProblemException(
                    Problem.of(413, "HTTP-TOO-LARGE", "Nội dung gửi lên quá lớn.", "The request is too large."));
        }
        return acknowledgements.take(reader.read(body), caller, body);
    }

    /** Where the delivery stands now, and what the acknowledgement came to. */
    record Answer(String deliveryReference, String state, String effect) {}
}
