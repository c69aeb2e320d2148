package vn.lienthong.insurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Sent;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.Http;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.Reply;

/** Somebody who answers nonsense in our partner's place, and somebody who changes our envelope on its way. */
class HostileAnswersTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static final String OK = body(
            "<ForwardResultResponse xmlns=\"urn:lienthong:insurance:1\"><Code>00</Code>" + "</ForwardResultResponse>");
    private static InsuranceWorld world;

    @BeforeAll
    static void open() {
        world = new InsuranceWorld(SIGNING);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void takesAProperAnswer() {
        assertThat(answered("200 OK", OK)).isInstanceOf(Sent.class);
    }

    @Test
    void doubtsWhatCannotBeRead_neverExpandsAnything() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"" + "b".repeat(1000) + "\">]>" + OK;
        for (String text : new String[] {
            "",
            "<html><body>Đăng nhập</body></html>",
            "{\"code\":\"00\"}",
            OK.substring(0, 80),
            bomb,
            OK.replace("<Code>00</Code>", ""),
            OK.replace("urn:lienthong:insurance:1", "urn:other"),
            OK.replace("00", "<a>".repeat(500) + "</a>".repeat(500)),
            OK + "x".repeat(2 << 20)
        }) {
            assertThat(answered("200 OK", text))
                    .as(text.substring(0, Math.min(60, text.length())))
                    .isInstanceOf(MaybeSent.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"FailedCheck,NotSent", "MessageExpired,NotSent", "FailedAuthentication,NotSent", "Server,MaybeSent"})
    void knowsAFaultByItsCodeAlone(String code, String outcome) {
        String fault = body("<soap:Fault><faultcode xmlns:w=\"urn:w\">w:" + code
                + "</faultcode><faultstring>00 Đã nhận</faultstring></soap:Fault>");
        assertThat(answered("500 Internal Server Error", fault).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"302 Found,Undecidable", "401 Unauthorized,NotSent", "404 Not Found,NotSent", "502 Bad,MaybeSent"})
    void knowsAStatusWithoutAnEnvelope(String status, String outcome) {
        assertThat(answered(status, "x").getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void stopsBeforeAPerson_onACodeThatNobodyKnows() {
        assertThat(answered("200 OK", OK.replace("00", "77"))).isInstanceOf(Undecidable.class);
    }

    @Test
    void isNotSent_whereNobodyListens() {
        try (InsuranceWorld.Gateway gateway = world.at(HttpDouble.nobody().toString())) {
            assertThat(gateway.send(world.result())).isInstanceOf(NotSent.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOAP", "JSON"})
    void mayHaveArrived_whenItsAnswerCannotBeKept(String wire) {
        JdbcTemplate jdbc = world.documents.dossiers.jdbc;
        ClaimedDelivery delivery = world.result();
        try (HttpDouble partner = new HttpDouble((request, answer) -> {
                    jdbc.execute("alter table evidence_message rename to evidence_message_away");
                    answer.answer("200 OK", "Content-Type: text/xml\r\n", OK.getBytes(StandardCharsets.UTF_8));
                });
                InsuranceWorld.Gateway gateway = world.at(partner.url().toString(), "wire=" + wire)) {
            assertThat(gateway.send(delivery)).isInstanceOf(MaybeSent.class);
            assertThat(partner.requests()).hasSize(1);
        } finally {
            jdbc.execute("alter table if exists evidence_message_away rename to evidence_message");
        }
    }

    @Test
    void isRefusedByTheTwin_whenItsEnvelopeWasTouched() {
        String envelope = captured();

        assertThat(told(envelope, text -> text).text()).contains("<Code>00</Code>");
        assertThat(told(envelope, text -> text.replaceFirst("(<DeliveryReference>)\\d", "$19"))
                        .text())
                .contains("FailedCheck");
        assertThat(told(envelope, text -> text.replaceFirst("<wsu:Expires>20", "<wsu:Expires>30"))
                        .text())
                .contains("FailedCheck");
        assertThat(told(envelope, text -> text.replaceFirst("(?s)<ds:Signature .*?</ds:Signature>", ""))
                        .text())
                .contains("InvalidSecurity");
        assertThat(told(envelope, HostileAnswersTest::wrapped).text()).contains("InvalidSecurity");
        assertThat(told(envelope, text -> text.replaceFirst("#id-[^\"]+", "#elsewhere"))
                        .text())
                .contains("FailedCheck");
    }

    /** The signed body moved out of the way, another one put in its place. */
    private static String wrapped(String envelope) {
        int from = envelope.indexOf("<soap:Body");
        int to = envelope.indexOf("</soap:Body>") + "</soap:Body>".length();
        String signed = envelope.substring(from, to);
        String other = signed.replaceFirst("(<DeliveryReference>)\\d", "$19");
        return envelope.substring(0, from).replace("</soap:Header>", "<x>" + signed + "</x></soap:Header>")
                + other
                + envelope.substring(to);
    }

    private static Reply told(String envelope, UnaryOperator<String> change) {
        String changed = change.apply(envelope);
        return Http.send("POST", SIGNING.url() + "/insurance/services/results", changed);
    }

    /** An envelope as it leaves us. */
    private static String captured() {
        try (HttpDouble partner = new HttpDouble((request, wire) -> wire.reset());
                InsuranceWorld.Gateway gateway = world.at(partner.url().toString())) {
            gateway.send(world.result());
            assertThat(partner.requests()).hasSize(1);
            return partner.requests().getFirst().body();
        }
    }

    private static DeliveryOutcome answered(String status, String body) {
        try (HttpDouble partner = new HttpDouble((request, wire) ->
                        wire.answer(status, "Content-Type: text/xml\r\n", body.getBytes(StandardCharsets.UTF_8)));
                InsuranceWorld.Gateway gateway = world.at(partner.url().toString())) {
            DeliveryOutcome outcome = gateway.send(world.result());
            assertThat(partner.requests()).as("requests on the wire").hasSize(1);
            return outcome;
        }
    }

    private static String body(String content) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + content
                + "</soap:Body></soap:Envelope>";
    }
}
