package vn.lienthong.intake.compat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.BearerOutcome;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Callers;
import vn.lienthong.access.RateLimits;
import vn.lienthong.intake.Bodies;
import vn.lienthong.kernel.ProblemException;

/** The form of provincial proxies: one address per service, a token in the header, the reply as text inside the answer. */
@RestController
class ProxyController {
    private static final String PUSH = "/compat/proxy/api/SynsTTHCC/";
    private static final String ASK = "/compat/proxy/KetNoiMotCuaQuocGia/";
    private static final byte[] NOTHING = {};

    private final Bodies bodies;
    private final Callers callers;
    private final CompatDesk desk;
    private final CompatAnswers answers;
    private final CompatProperties settings;
    private final RateLimits limits;

    ProxyController(
            Bodies bodies,
            Callers callers,
            CompatDesk desk,
            CompatAnswers answers,
            CompatProperties settings,
            RateLimits limits) {
        this.bodies = bodies;
        this.callers = callers;
        this.desk = desk;
        this.answers = answers;
        this.settings = settings;
        this.limits = limits;
    }

    @PostMapping(PUSH + "DongBoHoSoMC")
    ResponseEntity<byte[]> dossiers(HttpServletRequest request) {
        return push(CompatService.DOSSIERS, request);
    }

    @PostMapping(PUSH + "CapNhatTienDoHoSoMC")
    ResponseEntity<byte[]> steps(HttpServletRequest request) {
        return push(CompatService.STEPS, request);
    }

    @GetMapping(ASK + "LayThuTuc")
    ResponseEntity<byte[]> procedure(HttpServletRequest request) {
        return ask(CompatService.PROCEDURE, request);
    }

    @GetMapping(ASK + "LayDanhSachTTHC")
    ResponseEntity<byte[]> procedures(HttpServletRequest request) {
        return ask(CompatService.PROCEDURES, request);
    }

    private ResponseEntity<byte[]> push(CompatService service, HttpServletRequest request) {
        return answer(
                service,
                request,
                caller -> bodies.read(request, settings.largest(), body -> {
                    EnvelopeData items = EnvelopeReader.list(body, settings.items());
                    // only now: reading parameters first would swallow a body that is announced as a form
                    return desk.serve(service, caller, new Envelope(values(request, caller), Set.of(), items), body);
                }));
    }

    private ResponseEntity<byte[]> ask(CompatService service, HttpServletRequest request) {
        return answer(
                service,
                request,
                caller -> desk.serve(
                        service,
                        caller,
                        new Envelope(values(request, caller), Set.of(), new EnvelopeData.Absent()),
                        NOTHING));
    }

    private ResponseEntity<byte[]> answer(
            CompatService service, HttpServletRequest request, Function<Caller, CompatReply> call) {
        CompatReply reply = CompatAnswers.reply(() -> switch (callers.byBearer(request)) {
            case BearerOutcome.Known known -> {
                limits.admit(known.caller(), 1);
                yield call.apply(known.caller());
            }
            case BearerOutcome.Missing missing -> throw new ProblemException(CompatProblems.tokenMissing());
            case BearerOutcome.Refused refused -> throw new ProblemException(refused.problem());
        });
        return answers.proxied(service.wireName(), reply, request);
    }

    /** Query parameters in whatever case; without {@code MaDinhDanhDV} the caller speaks for its own agency. */
    private static Map<String, String> values(HttpServletRequest request, Caller caller) {
        Map<String, String> values = new HashMap<>();
        String own = caller.agency();
        if (own != null) {
            values.put("madonvi", own);
        }
        request.getParameterMap().forEach((name, given) -> {
            if (given.length > 0 && !given[0].isBlank()) {
                switch (name.toLowerCase(java.util.Locale.ROOT)) {
                    case "madinhdanhdv" -> values.put("madonvi", given[0].strip());
                    case "isupdating" -> values.put("isUpdating", given[0].strip());
                    case "matthc" -> values.put("maTTHC", given[0].strip());
                    default -> {}
                }
            }
        });
        return values;
    }
}
