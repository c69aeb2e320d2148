package vn.lienthong.access.internal.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.HttpHeaders;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.access.Trace;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;

/**
 * A failure as a SOAP fault of the caller's version; its detail is the problem, in both languages ({@code schemas/soap},
 * element {@code problem}). Every fault leaves as 500: SOAP 1.1 asks for that, and the usual callers of SOAP 1.2 read no fault
 * that comes with the 400 which it would have for the sender's own.
 */
final class SoapFault {
    private static final String ONE_ONE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String ONE_TWO = "http://www.w3.org/2003/05/soap-envelope";
    private static final String OURS = "urn:lienthong:dossier:1";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final Problem problem;
    private final String language;
    private final String traceId;
    private final String retryAfter;
    private final XMLStreamWriter out;

    private SoapFault(HttpServletRequest request, Failure failure, XMLStreamWriter out) {
        this.problem = failure.problem();
        this.language = RequestLanguage.of(request);
        this.traceId = Trace.id(request);
        this.retryAfter = failure.headers().getOrDefault(HttpHeaders.RETRY_AFTER, "");
        this.out = out;
    }

    static void write(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        String given = request.getContentType();
        boolean newer =
                given != null && given.toLowerCase(java.util.Locale.ROOT).startsWith("application/soap+xml");
        byte[] body = body(request, failure, newer);
        response.setStatus(500);
        String wait = failure.headers().get(HttpHeaders.RETRY_AFTER);
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType((newer ? "application/soap+xml" : "text/xml") + ";charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static byte[] body(HttpServletRequest request, Failure failure, boolean newer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new SoapFault(request, failure, out).envelope(newer ? ONE_TWO : ONE_ONE, newer);
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A fault does not write as XML", impossible);
        }
    }

    private void envelope(String soap, boolean newer) throws XMLStreamException {
        out.writeStartElement("soap", "Envelope", soap);
        out.writeNamespace("soap", soap);
        out.writeNamespace("ll", OURS);
        out.writeStartElement(soap, "Body");
        out.writeStartElement(soap, "Fault");
        if (newer) {
            newer(soap);
            out.writeStartElement(soap, "Detail");
        } else {
            element("faultcode", "soap:" + code("Client", "Server"));
            element("faultstring", problem.code() + ": " + problem.text().in(language));
            out.writeStartElement("detail");
        }
        detail();
        for (int open = 0; open < 4; open++) {
            out.writeEndElement();
        }
    }

    private void newer(String soap) throws XMLStreamException {
        out.writeStartElement(soap, "Code");
        element(soap, "Value", "soap:" + code("Sender", "Receiver"));
        out.writeStartElement(soap, "Subcode");
        out.writeStartElement(soap, "Value");
        out.writeNamespace("ll", OURS); // here again: some readers look no higher for the prefix of a value
        out.writeCharacters("ll:" + problem.code());
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndElement();
        out.writeStartElement(soap, "Reason");
        for (String each : List.of("vi", "en")) {
            out.writeStartElement(soap, "Text");
            out.writeAttribute("xml", XML, "lang", each);
            out.writeCharacters(problem.text().in(each));
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private String code(String theirs, String ours) {
        return switch (problem.code()) {
            case "SOAP-VERSION" -> "VersionMismatch";
            case "SOAP-MUST-UNDERSTAND" -> "MustUnderstand";
            default -> problem.status() < 500 && problem.status() != 429 ? theirs : ours;
        };
    }

    private void detail() throws XMLStreamException {
        out.writeStartElement(OURS, "problem");
        element(OURS, "code", problem.code());
        element(OURS, "status", Integer.toString(problem.status()));
        element(OURS, "traceId", traceId);
        messages(problem.text());
        if (!retryAfter.isEmpty()) {
            element(OURS, "retryAfterSeconds", retryAfter);
        }
        for (Problem.FieldError error : problem.errors()) {
            out.writeStartElement(OURS, "errors");
            element(OURS, "pointer", error.pointer());
            element(OURS, "code", error.code());
            messages(error.text());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void messages(Bilingual text) throws XMLStreamException {
        for (String each : List.of("vi", "en")) {
            out.writeStartElement(OURS, "message");
            out.writeAttribute("language", each);
            out.writeCharacters(text.in(each));
            out.writeEndElement();
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void element(String namespace, String name, String text) throws XMLStreamException {
        out.writeStartElement(namespace, name);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
