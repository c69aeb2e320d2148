package vn.lienthong.intake.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.intake.soap.SoapCaller.envelope;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.MadeUp;

/** XML that means harm, or nothing: each is refused before it costs anything, with a fault that says which. */
@CompatHttpTest
class HostileXmlTest {
    private static final SoapVersion OLD = SoapVersion.ONE_ONE;
    private static final String GET = SoapCaller.get("GetDossier", MadeUp.number());

    @LocalServerPort
    private int port;

    private SoapCaller soap;

    @BeforeEach
    void caller() {
        soap = new SoapCaller(port);
    }

    static Stream<Arguments> refused() {
        String good = envelope(OLD, GET);
        String laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
        return Stream.of(
                Arguments.of("SOAP-XML-DTD", laughs + good.replace("<dossierNumber>", "<dossierNumber>&c;")),
                Arguments.of(
                        "SOAP-XML-DTD",
                        "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                                + good.replace("<dossierNumber>", "<dossierNumber>&f;")),
                Arguments.of("SOAP-XML-DTD", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">" + good),
                Arguments.of("SOAP-XML", good.replace("<dossierNumber>", "<dossierNumber>&unknown;")),
                Arguments.of(
                        "SOAP-XML",
                        good.replace("<dossierNumber>", "<a>".repeat(60) + "</a>".repeat(60) + "<dossierNumber>")),
                Arguments.of("SOAP-XML", good.replace("<dossierNumber>", "<a/>".repeat(30_000) + "<dossierNumber>")),
                Arguments.of(
                        "SOAP-XML",
                        good.replace("<dossierNumber>", "<a b=\"" + "x".repeat(20_000) + "\"/><dossierNumber>")),
                Arguments.of("SOAP-XML", good.replace("<dossierNumber>", "<?a?><dossierNumber>")),
                Arguments.of("SOAP-XML", good.replace("<dossierNumber>", "<!----><dossierNumber>")),
                Arguments.of("SOAP-XML", "<?a b?>" + good),
                Arguments.of("SOAP-XML", good + "<!-- behind -->"),
                Arguments.of("SOAP-XML", good.replace("<dossierNumber>", attributes() + "<dossierNumber>")),
                Arguments.of("SOAP-XML", good.replace("</s:Envelope>", "")),
                Arguments.of("SOAP-XML", good + good),
                Arguments.of("SOAP-XML", "{\"not\":\"xml\"}"),
                Arguments.of("SOAP-XML", ""),
                Arguments.of("SOAP-XML", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + good),
                Arguments.of("SOAP-VERSION", good.replace(OLD.namespace(), SoapVersion.ONE_TWO.namespace())),
                Arguments.of("SOAP-VERSION", good.replace(OLD.namespace(), "urn:other")),
                Arguments.of("SOAP-ENVELOPE", good.replace("</s:Body>", "</s:Body><s:Body/>")),
                Arguments.of("SOAP-ENVELOPE", good.replace("</s:Body>", GET + "</s:Body>")),
                Arguments.of("SOAP-ENVELOPE", "<s:Envelope xmlns:s=\"" + OLD.namespace() + "\"/>"),
                Arguments.of("SOAP-ENVELOPE", "<x/>"),
                Arguments.of("SOAP-OPERATION", good.replace(SoapCaller.NS, "urn:lienthong:dossier:2")),
                Arguments.of("SOAP-OPERATION", good.replace("GetDossier", "DropDossier")));
    }

    /** Few elements, many attributes. */
    private static String attributes() {
        StringBuilder all = new StringBuilder("<p>");
        for (int i = 0; i < 1900; i++) {
            all.append("<a");
            for (int j = 0; j < 28; j++) {
                all.append(" b").append(j).append("=''");
            }
            all.append("/>");
        }
        return all.append("</p>").toString();
    }

    @ParameterizedTest
    @MethodSource
    void refused(String code, String envelope) {
        SoapCaller.Answer answer = soap.send(OLD, envelope);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(500);
        answer.valid("problem");
    }

    @Test
    void refusesTextInOtherEncodings() {
        byte[] latin = envelope(OLD, GET)
                .replace("<dossierNumber>", "<dossierNumber>é")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(soap.post("text/xml", latin).code()).isEqualTo("SOAP-XML");
        assertThat(soap.post("text/xml; charset=iso-8859-1", latin).code()).isEqualTo("SOAP-CONTENT-TYPE");
    }

    @Test
    void takesNoOtherTypes() {
        byte[] good = envelope(OLD, GET).getBytes(StandardCharsets.UTF_8);

        assertThat(soap.post("multipart/related; type=\"text/xml\"; boundary=x", good)
                        .code())
                .isEqualTo("SOAP-CONTENT-TYPE");
        assertThat(soap.post("application/xml", good).code()).isEqualTo("SOAP-CONTENT-TYPE");
        assertThat(soap.post("odd", good).code()).isEqualTo("SOAP-CONTENT-TYPE");
    }

    @Test
    void refusesWhatIsTooLarge() {
        String padded =
                envelope(OLD, GET).replace("<dossierNumber>", "<!--" + "x".repeat(5_000_000) + "--><dossierNumber>");

        assertThat(soap.send(OLD, padded).code()).isEqualTo("REQUEST-TOO-LARGE");
    }

    /** A signature passes over comments, so that a value could be cut without breaking it. */
    @Test
    void takesNoComments() {
        String number = MadeUp.number();
        String split = SoapCaller.get("GetDossier", number.replace("-", "-<!-- x -->"));

        assertThat(soap.send(OLD, envelope(OLD, split)).code()).isEqualTo("SOAP-XML");
    }

    @Test
    void handsOutItsContract_andNothingElse() {
        SoapCaller.Answer wsdl = soap.get("?wsdl");

        assertThat(wsdl.body()).contains("/services/dossier\"", "schemaLocation=\"dossier?xsd\"", "LookUpCitizen");
        assertThat(wsdl.raw().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/xml");
        assertThat(soap.get("?xsd").body()).contains("targetNamespace=\"urn:lienthong:dossier:1\"");
        assertThat(soap.get("").status()).isEqualTo(404);
        assertThat(soap.get("/other").status()).isIn(401, 403);
    }
}
