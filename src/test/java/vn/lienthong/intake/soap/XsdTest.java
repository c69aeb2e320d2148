package vn.lienthong.intake.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SettableClock;

/** The XSD names what the JSON Schemas name, and the face closes where there is neither TLS nor this machine. */
class XsdTest {
    @ParameterizedTest
    @CsvSource({
        "Dossier, dossier.schema.json, ''",
        "Applicant, dossier.schema.json, /properties/applicant",
        "Submitter, dossier.schema.json, /properties/submitter",
        "RelatedPerson, dossier.schema.json, /properties/relatedPersons/items",
        "Document, dossier.schema.json, /properties/documents/items",
        "Fee, dossier.schema.json, /properties/fees/items",
        "Supplement, dossier.schema.json, /properties/supplements/items",
        "Result, dossier.schema.json, /properties/results/items",
        "Progress, progress.schema.json, ''"
    })
    void namesTheSameFieldsInTheSameOrder(String type, String file, String pointer) throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Files.readString(Path.of("schemas/json", file)))
                .at(pointer);
        List<String> fields = new ArrayList<>();
        for (Iterator<String> names = schema.path("properties").fieldNames(); names.hasNext(); ) {
            fields.add(names.next());
        }
        fields.remove("dossierNumber"); // stands beside the dossier

        assertThat(elements(type)).containsExactlyElementsOf(fields);
    }

    @Test
    void takesNoPasswordOverPlainHttpFromAnotherMachine() {
        SettableClock clock = new SettableClock();
        SoapProperties strict = new SoapProperties(
                URI.create("http://localhost"), DataSize.ofMegabytes(1), Duration.ofMinutes(5), false);
        SoapSecurity security = new SoapSecurity(new SecurityHeader(strict, clock), null, null, strict);
        String text = SoapCaller.envelope(SoapVersion.ONE_ONE, SoapCaller.get("GetDossier", "x"));
        Envelope envelope = Envelope.read(
                XmlWall.read(XmlWall.text(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                SoapVersion.ONE_ONE);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("10.1.2.3");

        assertThatThrownBy(() -> security.sender(envelope, request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("SOAP-PLAIN-HTTP"));
    }

    @Test
    void knowsThisMachineByItsAddressOnly() {
        assertThat(Loopback.is("127.0.0.9")).isTrue();
        assertThat(Loopback.is("::1")).isTrue();
        assertThat(Loopback.is("0:0:0:0:0:0:0:1")).isTrue();
        assertThat(Loopback.is("10.0.0.1")).isFalse();
        assertThat(Loopback.is("localhost")).isFalse();
    }

    private static List<String> elements(String type) throws IOException {
        Document xsd = SoapCaller.parsed(Files.readString(Path.of("schemas/soap/dossier.xsd")));
        NodeList types = xsd.getElementsByTagNameNS("*", "complexType");
        for (int place = 0; place < types.getLength(); place++) {
            Element found = (Element) types.item(place);
            if (found.getAttribute("name").equals(type)) {
                Element sequence =
                        (Element) found.getElementsByTagNameNS("*", "sequence").item(0);
                return Envelope.elements(sequence).stream()
                        .map(each -> each.getAttribute("name"))
                        .toList();
            }
        }
        throw new AssertionError("No type " + type);
    }
}
