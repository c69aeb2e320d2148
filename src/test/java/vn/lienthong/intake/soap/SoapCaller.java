package vn.lienthong.intake.soap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Software of an agency that speaks SOAP: envelopes put together by hand, over real HTTP. */
final class SoapCaller {
    static final String NS = "urn:lienthong:dossier:1";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#";
    private static final Map<SoapVersion, String> TYPES =
            Map.of(SoapVersion.ONE_ONE, "text/xml; charset=utf-8", SoapVersion.ONE_TWO, "application/soap+xml");

    private final HttpClient http;
    private final String address;

    SoapCaller(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    SoapCaller(int port) {
        this(HttpClient.newHttpClient(), "http://127.0.0.1:" + port + "/services/dossier");
    }

    /** An answer as it came. */
    record Answer(int status, String body, HttpResponse<String> raw) {
        Document xml() {
            return parsed(body);
        }

        /** The text of the first element of this name. */
        String text(String name) {
            NodeList found = xml().getElementsByTagNameNS("*", name);
            return found.getLength() == 0 ? "" : found.item(0).getTextContent();
        }

        /** The problem's code in a fault's detail. */
        String code() {
            NodeList found = xml().getElementsByTagNameNS(NS, "problem");
            return found.getLength() == 0
                    ? "no fault: " + body
                    : ((Element) found.item(0))
                            .getElementsByTagNameNS(NS, "code")
                            .item(0)
                            .getTextContent();
        }

        /** What stands in the body, proven to be as the XSD says. */
        Element valid(String name) {
            Element found = (Element) xml().getElementsByTagNameNS(NS, name).item(0);
            if (found == null) {
                throw new AssertionError(name + " is not in " + body);
            }
            try {
                schema().newValidator().validate(new javax.xml.transform.dom.DOMSource(found));
            } catch (SAXException invalid) {
                throw new AssertionError(body, invalid);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return found;
        }
    }

    Answer send(SoapVersion version, String envelope, String... headers) {
        return post(TYPES.get(version), envelope.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String type, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        return answer(headers.length == 0 ? request : request.headers(headers));
    }

    Answer get(String query) {
        return answer(HttpRequest.newBuilder(URI.create(address + query)).GET());
    }

    private Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The ward's own message with its password. */
    static String envelope(SoapVersion version, String payload) {
        return envelope(version, "H15.24133", payload);
    }

    static String envelope(SoapVersion version, String client, String payload) {
        return envelope(version, security(password(client, "sandbox-" + client)), payload, "");
    }

    static String envelope(SoapVersion version, String header, String payload, String moreHeaders) {
        return "<s:Envelope xmlns:s=\"" + version.namespace() + "\"><s:Header>" + header + moreHeaders
                + "</s:Header><s:Body>" + payload + "</s:Body></s:Envelope>";
    }

    static String security(String content) {
        return "<w:Security xmlns:w=\"" + WSSE + "\" xmlns:u=\"" + WSU + "\" s:mustUnderstand=\"1\">" + content
                + "</w:Security>";
    }

    static String password(String user, String password) {
        return token(user, "<w:Password Type=\"" + PROFILE + "PasswordText\">" + password + "</w:Password>");
    }

    static String digest(String user) {
        return token(
                user,
                "<w:Password Type=\"" + PROFILE + "PasswordDigest\">AAAA</w:Password>"
                        + nonce(UUID.randomUUID().toString()) + created("2026-01-01T00:00:00Z"));
    }

    static String token(String user, String rest) {
        return "<w:UsernameToken><w:Username>" + user + "</w:Username>" + rest + "</w:UsernameToken>";
    }

    static String nonce(String text) {
        return "<w:Nonce EncodingType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#"
                + "Base64Binary\">" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "</w:Nonce>";
    }

    static String created(String at) {
        return "<u:Created>" + at + "</u:Created>";
    }

    static String submit(String number, JsonNode dossier) {
        return operation("SubmitDossier", number, "<dossier>" + fields(dossier) + "</dossier>");
    }

    static String progress(String number, JsonNode step) {
        return operation("ReportProgress", number, "<progress>" + fields(step) + "</progress>");
    }

    static String get(String name, String number) {
        return operation(name, number, "");
    }

    static String operation(String name, String number, String rest) {
        return "<" + name + " xmlns=\"" + NS + "\"><dossierNumber>" + number + "</dossierNumber>" + rest + "</" + name
                + ">";
    }

    /** JSON as the XSD writes it, by a hand that knows nothing of the gateway's. */
    static String fields(JsonNode object) {
        StringBuilder xml = new StringBuilder();
        object.properties().forEach(field -> {
            if (field.getKey().equals("national")) {
                xml.append("<national>");
                field.getValue()
                        .properties()
                        .forEach(each -> xml.append("<field name=\"")
                                .append(each.getKey())
                                .append(each.getValue().isTextual() ? "\">" : "\" form=\"json\">")
                                .append(escaped(
                                        each.getValue().isTextual()
                                                ? each.getValue().textValue()
                                                : each.getValue().toString()))
                                .append("</field>"));
                xml.append("</national>");
            } else if (field.getValue().isArray()) {
                field.getValue().forEach(each -> element(xml, field.getKey(), each));
            } else if (!field.getValue().isNull()) {
                element(xml, field.getKey(), field.getValue());
            }
        });
        return xml.toString();
    }

    private static void element(StringBuilder xml, String name, JsonNode value) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(value.isObject() ? fields(value) : escaped(value.asText()))
                .append("</")
                .append(name)
                .append('>');
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static Document parsed(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw new AssertionError(xml, unreadable);
        }
    }

    static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(
                            new StreamSource(Path.of("schemas/soap/dossier.xsd").toFile()));
        } catch (SAXException broken) {
            throw new AssertionError("the XSD is broken", broken);
        }
    }
}
