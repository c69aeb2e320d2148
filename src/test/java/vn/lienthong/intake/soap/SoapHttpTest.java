package vn.lienthong.intake.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.intake.soap.SoapCaller.envelope;
import static vn.lienthong.intake.soap.SoapCaller.operation;
import static vn.lienthong.intake.soap.SoapCaller.progress;
import static vn.lienthong.intake.soap.SoapCaller.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.w3c.dom.Element;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;

/** The SOAP face from outside: what it takes in, what it tells, and that it is the same as over REST. */
@CompatHttpTest
class SoapHttpTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Evidence evidence;

    @Autowired
    private JdbcTemplate jdbc;

    private SoapCaller soap;
    private Client rest;

    @BeforeEach
    void callers() {
        soap = new SoapCaller(port);
        rest = Client.of("http://127.0.0.1:" + port, "H15.24133");
    }

    @ParameterizedTest
    @EnumSource
    void takesADossierIn_andTellsItBack(SoapVersion version) {
        String number = MadeUp.number();
        ObjectNode told = MadeUp.state(1, "IN_PROGRESS");
        told.putArray("documents")
                .addObject()
                .put("name", "Tờ khai & <giấy>.pdf")
                .put("digitised", true);
        told.withArray("documents")
                .addObject()
                .put("name", "Giấy 2")
                .putObject("national")
                .put("GhiChu", "a")
                .put("So", 7);
        told.putArray("databasesConsulted").add("POPULATION");

        SoapCaller.Answer answer = soap.send(version, envelope(version, submit(number, told)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Element accepted = answer.valid("SubmitDossierResponse");
        assertThat(accepted.getNamespaceURI()).isEqualTo(SoapCaller.NS);
        assertThat(answer.text("revision")).isEqualTo("1");
        JsonNode stored = rest.get("/v1/dossiers/" + number).expect(200).json();
        assertThat(stored.path("eventId").asText()).isEqualTo(answer.text("eventId"));
        assertThat(stored.path("documents").path(0).path("name").asText()).isEqualTo("Tờ khai & <giấy>.pdf");
        assertThat(stored.path("documents").path(1).path("national").path("So").isInt())
                .isTrue();

        SoapCaller.Answer back = soap.send(version, envelope(version, SoapCaller.get("GetDossier", number)));
        back.valid("GetDossierResponse");
        Element dossier = (Element)
                back.xml().getElementsByTagNameNS(SoapCaller.NS, "dossier").item(0);
        assertThat(dossier.getElementsByTagNameNS(SoapCaller.NS, "documents").getLength())
                .isEqualTo(2);
    }

    @Test
    void answersARepeatAsBefore_andAnOlderRevisionWithTheSameCodeAsRest() {
        String number = MadeUp.number();
        String first = soap.send(
                        SoapVersion.ONE_TWO,
                        envelope(SoapVersion.ONE_TWO, submit(number, MadeUp.state(5, "IN_PROGRESS"))))
                .text("eventId");

        SoapCaller.Answer again = soap.send(
                SoapVersion.ONE_ONE, envelope(SoapVersion.ONE_ONE, submit(number, MadeUp.state(5, "IN_PROGRESS"))));
        SoapCaller.Answer older = soap.send(
                SoapVersion.ONE_ONE, envelope(SoapVersion.ONE_ONE, submit(number, MadeUp.state(4, "ACCEPTED"))));
        SoapCaller.Answer newer = soap.send(
                SoapVersion.ONE_TWO, envelope(SoapVersion.ONE_TWO, submit(number, MadeUp.state(4, "ACCEPTED"))));

        assertThat(again.text("eventId")).isEqualTo(first);
        assertThat(older.status()).isEqualTo(500);
        assertThat(older.text("faultcode")).isEqualTo("soap:Client");
        assertThat(older.code()).isEqualTo("DOSSIER-STALE");
        older.valid("problem");
        assertThat(older.text("traceId"))
                .isEqualTo(older.raw().headers().firstValue("Trace-Id").orElseThrow());
        assertThat(newer.status()).isEqualTo(500);
        assertThat(newer.body()).contains("soap:Sender", "ll:DOSSIER-STALE", "xml:lang=\"vi\"", "xml:lang=\"en\"");
    }

    @Test
    void namesThePlaceOfAFault_asRestDoes() {
        String number = MadeUp.number();
        ObjectNode told = MadeUp.state(1, "IN_PROGRESS");
        told.put("revision", "một").put("verifiedByVneid", "có");
        told.withObject("applicant").put("type", "NGƯỜI");

        SoapCaller.Answer answer = soap.send(SoapVersion.ONE_ONE, envelope(SoapVersion.ONE_ONE, submit(number, told)));

        assertThat(answer.code()).isEqualTo("DOSSIER-INVALID");
        answer.valid("problem");
        assertThat(answer.body()).contains(">/revision<", ">/verifiedByVneid<", ">/applicant/type<");
        assertThat(rest.get("/v1/work-items?dossierNumber=" + number)
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("INTAKE-REFUSED");
    }

    @Test
    void refusesElementsThatComeTwiceOrFromElsewhere() {
        String payload = submit(MadeUp.number(), MadeUp.state(1, "IN_PROGRESS"))
                .replace("<revision>", "<revision>9</revision><revision>")
                .replace("<summary>", "<summary xmlns=\"urn:other\">");

        SoapCaller.Answer answer = soap.send(SoapVersion.ONE_ONE, envelope(SoapVersion.ONE_ONE, payload));

        assertThat(answer.code()).isEqualTo("SOAP-PAYLOAD");
        assertThat(answer.body()).contains("FIELD-TWICE", ">/revision<", "FIELD-NAMESPACE", ">/summary<");
    }

    @Test
    void takesAStepIn_onlyForADossierOfTheCaller() {
        String number = MadeUp.number();
        rest.put(number, MadeUp.state(1, "ACCEPTED")).expect(202);
        String step = progress(number, MadeUp.step(1, "IN_PROGRESS"));

        SoapCaller.Answer taken = soap.send(SoapVersion.ONE_TWO, envelope(SoapVersion.ONE_TWO, step));
        SoapCaller.Answer foreign = soap.send(SoapVersion.ONE_TWO, envelope(SoapVersion.ONE_TWO, "H15.02", step));
        SoapCaller.Answer scopeless = soap.send(SoapVersion.ONE_TWO, envelope(SoapVersion.ONE_TWO, "auditor", step));
        SoapCaller.Answer unseen = soap.send(
                SoapVersion.ONE_TWO, envelope(SoapVersion.ONE_TWO, "H15.02", SoapCaller.get("GetDossier", number)));

        taken.valid("ReportProgressResponse");
        assertThat(foreign.code()).startsWith("DOSSIER-");
        assertThat(scopeless.code()).isEqualTo("ACCESS-SCOPE");
        assertThat(unseen.code()).isEqualTo("DOSSIER-NOT-FOUND");
    }

    @Test
    void honoursAnIdempotencyKey_whateverTheEnvelopeAroundTheRequest() {
        String number = MadeUp.number();
        String key = UUID.randomUUID().toString();
        String dossier = submit(number, MadeUp.state(1, "IN_PROGRESS"));
        String first = soap.send(SoapVersion.ONE_ONE, envelope(SoapVersion.ONE_ONE, dossier), "Idempotency-Key", key)
                .text("eventId");

        SoapCaller.Answer again =
                soap.send(SoapVersion.ONE_TWO, envelope(SoapVersion.ONE_TWO, dossier), "Idempotency-Key", key);
        SoapCaller.Answer other = soap.send(
                SoapVersion.ONE_TWO,
                envelope(SoapVersion.ONE_TWO, submit(number, MadeUp.state(2, "IN_PROGRESS"))),
                "Idempotency-Key",
                key);

        assertThat(again.text("eventId")).isEqualTo(first);
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(other.code()).isEqualTo("IDEMPOTENCY-MISMATCH");
    }

    @Test
    void keepsBothSidesAsEvidence_withoutThePassword() {
        String number = MadeUp.number();
        SoapCaller.Answer answer = soap.send(
                SoapVersion.ONE_ONE, envelope(SoapVersion.ONE_ONE, submit(number, MadeUp.state(1, "IN_PROGRESS"))));
        UUID event = UUID.fromString(answer.text("eventId"));

        String in = new String(evidence.find(event).orElseThrow().bytes(), StandardCharsets.UTF_8);
        UUID out = jdbc.queryForObject(
                "select id from evidence_message where answer_to = ? and direction = 'OUT'", UUID.class, event);

        assertThat(in).contains("<dossierNumber>" + number, "H15.24133").doesNotContain("sandbox-H15.24133");
        assertThat(new String(evidence.find(out).orElseThrow().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(answer.body());
    }

    @ParameterizedTest
    @EnumSource
    void looksUpThroughTheSameService(SoapVersion version) {
        String number = MadeUp.number();
        rest.put(number, MadeUp.state(1, "IN_PROGRESS")).expect(202);
        String officer = "<officer><id>066080000099</id><name>Trần Thị Mẫu</name></officer>";
        String why = "<purpose>Đăng ký khai sinh</purpose><legalBasis>Luật Hộ tịch 2014</legalBasis>";
        String person = "<person><personalId>066090000011</personalId><fullName>Nguyễn Văn Mẫu</fullName>"
                + "<dateOfBirth>1990-01-31</dateOfBirth></person><fields>fullName</fields>";

        SoapCaller.Answer unjustified =
                soap.send(version, envelope(version, operation("LookUpCitizen", number, officer + person)));
        SoapCaller.Answer asked =
                soap.send(version, envelope(version, operation("LookUpCitizen", number, officer + why + person)));
        SoapCaller.Answer nobody = soap.send(version, envelope(version, operation("LookUpCitizen", number, why)));

        assertThat(unjustified.code()).isEqualTo("LOOKUP-NOT-JUSTIFIED");
        assertThat(unjustified.body()).contains("LOOKUP-PURPOSE", ">/legalBasis<");
        asked.valid("LookUpCitizenResponse");
        assertThat(asked.text("match")).isEqualTo("UNVERIFIED");
        assertThat(nobody.code()).isEqualTo("BODY-INVALID");
        assertThat(nobody.body()).contains(">/person<");
    }

    @Test
    void tellsARepeatedLookUpTheSame_withoutAskingAgain_whateverTheEnvelope() {
        String number = MadeUp.number();
        rest.put(number, MadeUp.state(1, "IN_PROGRESS")).expect(202);
        String question = operation(
                "LookUpCitizen",
                number,
                "<officer><id>066080000099</id><name>Trần Thị Mẫu</name></officer><purpose>Đăng ký</purpose>"
                        + "<legalBasis>Luật Hộ tịch 2014</legalBasis><person><personalId>066090000011</personalId>"
                        + "<fullName>Nguyễn Văn Mẫu</fullName><dateOfBirth>1990-01-31</dateOfBirth></person>");
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};

        SoapCaller.Answer first = soap.send(SoapVersion.ONE_ONE, envelope(SoapVersion.ONE_ONE, question), key);
        SoapCaller.Answer again = soap.send(SoapVersion.ONE_TWO, envelope(SoapVersion.ONE_TWO, question), key);
        SoapCaller.Answer other =
                soap.send(SoapVersion.ONE_ONE, envelope(SoapVersion.ONE_ONE, question.replace("Đăng ký", "Khác")), key);

        assertThat(first.text("match")).isEqualTo("UNVERIFIED");
        assertThat(again.text("lookupId")).isEqualTo(first.text("lookupId")).isNotEmpty();
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
        again.valid("LookUpCitizenResponse");
        assertThat(other.code()).isEqualTo("IDEMPOTENCY-MISMATCH");
        assertThat(jdbc.queryForObject(
                        "select count(*) from data_tracker where dossier_number = ?", Integer.class, number))
                .isEqualTo(1);
    }
}
