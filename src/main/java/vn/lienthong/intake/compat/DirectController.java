package vn.lienthong.intake.compat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.RateLimits;
import vn.lienthong.intake.Bodies;
import vn.lienthong.kernel.ProblemException;

/**
 * The direct form: sign in, then every service at one address. Any content type is taken, and any {@code dstcode}, because
 * today's software sends what its adapter never looked at.
 */
@RestController
class DirectController {
    private static final String LOGIN = "login";
    private static final String UNKNOWN = "unknown";

    private final Bodies bodies;
    private final CompatSessions sessions;
    private final CompatDesk desk;
    private final CompatAnswers answers;
    private final CompatProperties settings;
    private final RateLimits limits;

    DirectController(
            Bodies bodies,
            CompatSessions sessions,
            CompatDesk desk,
            CompatAnswers answers,
            CompatProperties settings,
            RateLimits limits) {
        this.bodies = bodies;
        this.sessions = sessions;
        this.desk = desk;
        this.answers = answers;
        this.settings = settings;
        this.limits = limits;
    }

    @PostMapping("/compat/dvcqg/mapi/login")
    ResponseEntity<byte[]> login(HttpServletRequest request) {
        AtomicReference<String> session = new AtomicReference<>("");
        CompatReply reply = CompatAnswers.reply(() -> bodies.read(request, settings.largest(), body -> {
            Envelope given = EnvelopeReader.object(body, 0);
            session.set(sessions.open(given.required("username"), given.required("password"), request)
                    .orElseThrow(() -> new ProblemException(CompatProblems.loginFailed())));
            return CompatReply.done(List.of());
        }));
        if (reply.code() != CompatCode.STORED) {
            return answers.direct(LOGIN, reply, request);
        }
        answers.count(LOGIN, reply.code());
        ObjectNode opened = JsonNodeFactory.instance
                .objectNode()
                .put("error_code", reply.code().code())
                .put("message", reply.text().vi())
                .put("session", session.get());
        return answers.response(reply, 200, opened);
    }

    @PostMapping("/compat/dvcqg/mapi/g")
    ResponseEntity<byte[]> call(HttpServletRequest request) {
        AtomicReference<String> called = new AtomicReference<>(UNKNOWN);
        CompatReply reply = CompatAnswers.reply(() -> bodies.read(request, settings.largest(), body -> {
            Envelope envelope = EnvelopeReader.object(body, settings.items());
            Caller caller = envelope.value("session")
                    .flatMap(sessions::caller)
                    .orElseThrow(() -> new ProblemException(CompatProblems.sessionOver()));
            limits.admit(caller, 1);
            CompatService service = CompatService.named(envelope.required("service"))
                    .orElseThrow(() -> new ProblemException(CompatProblems.serviceUnknown()));
            called.set(service.wireName());
            return desk.serve(service, caller, envelope, body);
        }));
        return answers.direct(Objects.requireNonNull(called.get()), reply, request);
    }
}
