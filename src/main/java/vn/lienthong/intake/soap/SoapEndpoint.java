package vn.lienthong.intake.soap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.w3c.dom.Document;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.intake.Bodies;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * {@code /services/dossier}: SOAP 1.1 and 1.2, document/literal, one operation a message. What goes wrong leaves as a fault
 * of the caller's version with the code that the native interface has for it.
 */
@RestController
class SoapEndpoint {
    static final String CHANNEL = "soap";

    /** A message is read as text and then as a tree. */
    private static final int MEMORY_FOR_EACH_BYTE = 3;

    private final Bodies bodies;
    private final Strangers strangers;
    private final SoapSecurity security;
    private final SoapDesk desk;
    private final SoapLookUps lookUps;
    private final Contract contract;
    private final Evidence evidence;
    private final SoapProperties settings;

    SoapEndpoint(
            Bodies bodies,
            Strangers strangers,
            SoapSecurity security,
            SoapDesk desk,
            SoapLookUps lookUps,
            Contract contract,
            Evidence evidence,
            SoapProperties settings) {
        this.bodies = bodies;
        this.strangers = strangers;
        this.security = security;
        this.desk = desk;
        this.lookUps = lookUps;
        this.contract = contract;
        this.evidence = evidence;
        this.settings = settings;
    }

    @GetMapping("/services/dossier")
    void contract(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = String.valueOf(request.getQueryString()).toLowerCase(Locale.ROOT);
        if (!asked.equals("wsdl") && !asked.equals("xsd")) {
            throw new ProblemException(Problem.of(
                    404,
                    "HTTP-NOT-FOUND",
                    "Không có địa chỉ này: hợp đồng ở ?wsdl.",
                    "There is no such address: the contract is at ?wsdl."));
        }
        write(response, "text/xml;charset=UTF-8", asked.equals("wsdl") ? contract.wsdl() : contract.xsd());
    }

    @PostMapping("/services/dossier")
    void call(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SoapVersion version = SoapVersion.of(request.getContentType());
        Told told = bodies.read(
                request, settings.largest(), MEMORY_FOR_EACH_BYTE, bytes -> answer(version, bytes, key, request));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (told.replayed()) {
            response.setHeader("Idempotency-Replayed", "true");
        }
        write(response, version.answerType(), told.bytes());
    }

    /** The bytes of an answer. */
    @SuppressWarnings("ArrayRecordComponent") // written out once
    private record Told(byte[] bytes, boolean replayed) {}

    private Told answer(SoapVersion version, byte[] bytes, @Nullable String key, HttpServletRequest request) {
        Identified identified = strangers.known(request.getRemoteAddr(), () -> identify(version, bytes, request));
        Envelope envelope = identified.envelope();
        Sender sender = identified.sender();
        String operation = envelope.operation();
        String password = sender.password();
        SoapCall call = new SoapCall(
                envelope.payload(),
                sender.caller(),
                password == null ? bytes : PasswordMask.mask(new String(bytes, StandardCharsets.UTF_8), password),
                key,
                RequestLanguage.of(request));
        SoapAnswer answer = switch (operation) {
            case "SubmitDossier" -> desk.submit(call);
            case "ReportProgress" -> desk.report(call);
            case "GetDossier" -> desk.get(call);
            case "LookUpCitizen" -> lookUps.ask(call);
            default -> throw SoapProblems.operation();
        };
        byte[] told = AnswerXml.envelope(version, operation + "Response", answer.body(), desk.dossier());
        keep(operation, call, answer, told);
        return new Told(told, answer.replayed());
    }

    private record Identified(Envelope envelope, Sender sender) {}

    private Identified identify(SoapVersion version, byte[] bytes, HttpServletRequest request) {
        Document document = XmlWall.read(XmlWall.text(bytes));
        Envelope envelope = Envelope.read(document, version);
        return new Identified(envelope, security.sender(envelope, request));
    }

    /** A dossier's own message is kept with its event; what we said to it, and both sides of a look-up, are kept here. */
    private void keep(String operation, SoapCall call, SoapAnswer answer, byte[] told) {
        UUID asked = answer.evidence();
        if (asked == null) {
            return;
        }
        String number = call.text("dossierNumber");
        String who = call.caller().clientId();
        List<Message> messages = new ArrayList<>();
        if (operation.equals("LookUpCitizen")) {
            messages.add(new Message(asked, Message.Direction.IN, CHANNEL, who, number, null, call.kept()));
        }
        messages.add(new Message(Ids.next(), Message.Direction.OUT, CHANNEL, who, number, asked, told));
        evidence.keep(messages);
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
