package vn.lienthong.simulator.internal.insurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Document;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reading;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/**
 * The twin of social insurance: signed results by SOAP at {@code /insurance/services/results}, by JSON at
 * {@code /insurance/api/results}. It decides when it is asked, or calls back where it was told a gateway.
 */
public final class Insurance implements Platform {
    private final Results results;
    private final BehaviourKnob knob;
    private final EnvelopeSecurity security;
    private final Predicate<X509Certificate> trusted;
    private final CallBack callBack;
    private final Clock clock;

    /** A twin that remembers in this ledger and believes these certificates. */
    public Insurance(Ledger ledger, Clock clock, Predicate<X509Certificate> trusted) {
        this.results = new Results(ledger);
        this.knob = new BehaviourKnob(ledger);
        this.security = new EnvelopeSecurity(trusted, clock);
        this.trusted = trusted;
        this.callBack = new CallBack(clock, () -> results.count("acknowledged"));
        this.clock = clock;
    }

    /** What the ledger has to recall. */
    public List<Ledger.Memory> memories() {
        return List.of(results, knob);
    }

    @Override
    public String id() {
        return "insurance";
    }

    @Override
    public Visit visit(Call call) {
        String door = String.join("/", call.path().subList(1, call.path().size()));
        return switch (call.method() + " " + door) {
            case "POST services/results" -> soap(call);
            case "POST api/results" ->
                new CallVisit(Told.json(call.body(), "forward"), Form.JSON, Optional.empty(), this);
            case "POST api/results/status" ->
                new CallVisit(Told.json(call.body(), "ask"), Form.JSON, Optional.empty(), this);
            default -> Visit.futile(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        };
    }

    private Visit soap(Call call) {
        Optional<Document> envelope = Xml.read(call.body());
        Optional<String> fault = envelope.isEmpty() ? Optional.of("InvalidSecurity") : security.fault(envelope.get());
        return new CallVisit(Told.soap(envelope), Form.SOAP, fault, this);
    }

    Reply refuse(Form form, String fault) {
        results.count("refused");
        return form.refused(fault);
    }

    synchronized Reply take(Told told, Form form) {
        SignedPaper paper = new SignedPaper(told.document());
        Optional<String> finding = told.whole("forward"::equals)
                ? paper.finding(told.reference(), trusted)
                : Optional.of("Thiếu mã việc gửi");
        if (finding.isPresent()) {
            results.count("refused");
            return form.answer("forward", "05", finding.get());
        }
        Optional<JsonNode> known = results.find(told.reference());
        if (known.isPresent()) {
            // its document may have been time-stamped since
            boolean same = known.get().path("result").asText().equals(paper.field("Id"));
            results.count(same ? "repeats" : "refused");
            return same
                    ? form.answer("forward", "01", "Đã nhận trước đó")
                    : form.answer("forward", "06", "Mã việc gửi đã dùng cho kết quả khác");
        }
        results.take(entry(told, paper, form));
        Behaviour now = knob.now();
        if (now.callsBack()) {
            callBack.start(told.reference(), now);
        }
        return form.answer("forward", "00", "Đã nhận");
    }

    private ObjectNode entry(Told told, SignedPaper paper, Form form) {
        return Json.object()
                .put("reference", told.reference())
                .put("form", form.name())
                .put("at", clock.instant().toString())
                .put("purpose", paper.field("Purpose"))
                .put("dossierNumber", paper.field("Number"))
                .put("result", paper.field("Id"))
                .put("title", paper.field("Title"))
                .put("sha256", paper.field("Sha256"))
                .put("inline", !paper.field("Content").isEmpty());
    }

    Reply decide(Told told, Form form) {
        results.count("questions");
        if (results.find(told.reference()).isEmpty()) {
            return form.answer("ask", "04", "Không có kết quả này");
        }
        return switch (knob.now().decision()) {
            case "ACCEPTED" -> form.answer("ask", "02", "Đã chấp nhận");
            case "REFUSED" -> form.answer("ask", "05", "Không thuộc đối tượng");
            case "CORRECTION" -> form.answer("ask", "03", "Sai ngày sinh trên giấy khai sinh");
            default -> form.answer("ask", "00", "Đang xem xét");
        };
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        String endpoint = call.method() + " " + String.join("/", rest);
        return switch (endpoint) {
            case "GET behaviour" -> Optional.of(Reply.json(200, knob.now().write()));
            case "PUT behaviour" ->
                Optional.of(Reading.body(call, knob.now()::with).answer(behaviour -> {
                    knob.set(behaviour);
                    return Reply.json(200, behaviour.write());
                }));
            case "GET results" -> Optional.of(Reply.json(200, results.all()));
            default -> Optional.empty();
        };
    }

    @Override
    public void describe(ObjectNode stats) {
        results.describe(stats);
    }

    @Override
    public void empty() {
        results.empty();
    }
}
