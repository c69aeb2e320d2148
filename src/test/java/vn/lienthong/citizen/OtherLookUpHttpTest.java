package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

/** Questions to the other registers from outside: the reason first, and a row for every one. */
@CompatHttpTest
class OtherLookUpHttpTest {
    @LocalServerPort
    private int port;

    @Test
    void answersUnverified_whenTheRegisterIsDown_andPutsItOnRecord() {
        String dossier = dossier("2.000720", "6001234567");

        Reply answer = ward().post("/v1/register-lookups", question(dossier).toString(), "Accept-Language", "en");

        assertThat(answer.expect(200).json().path("match").asText()).isEqualTo("UNVERIFIED");
        assertThat(answer.json().path("source").asText()).isEqualTo("BUSINESS");
        assertThat(answer.json().path("reason").path("code").asText()).isEqualTo("REGISTER-DOWN");
        JsonNode row = Client.of("http://127.0.0.1:" + port, "auditor")
                .post("/v1/data-tracker/search", "{\"personalId\":\"6001234567\"}")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(row.path("source").asText()).isEqualTo("BUSINESS");
        assertThat(row.path("dossierNumber").asText()).isEqualTo(dossier);
        assertThat(ward().get("/v1/dossiers/" + dossier + "/timeline")
                        .expect(200)
                        .text())
                .contains("LOOKUP", "BUSINESS");
    }

    @Test
    void refusesWhatHasNoReason_beforeAnythingLeaves() {
        String open = dossier("2.000720", "6001234567");

        assertThat(refusal(question(open).put("key", "6007654321"))).isEqualTo("LOOKUP-KEY");
        assertThat(refusal(question(open).put("key", "600"))).isEqualTo("LOOKUP-KEY");
        assertThat(refusal(question(dossier("1.001193", "6001234567")))).isEqualTo("LOOKUP-PROCEDURE");
        assertThat(refusal(question(open).put("register", "INSURANCE"))).isEqualTo("LOOKUP-PROCEDURE");
        ObjectNode more = question(open);
        more.withArray("fields").add("capital");
        assertThat(refusal(more)).isEqualTo("LOOKUP-FIELD");
        ObjectNode nobody = question(open);
        nobody.remove("officer");
        assertThat(refusal(nobody)).isEqualTo("LOOKUP-OFFICER");
        assertThat(ward().post(
                                "/v1/register-lookups",
                                question(open).put("register", "POPULATION").toString())
                        .expect(422)
                        .code())
                .isEqualTo("LOOKUP-REGISTER");
    }

    private String refusal(ObjectNode question) {
        Reply refused = ward().post("/v1/register-lookups", question.toString()).expect(403);
        assertThat(refused.code()).isEqualTo("LOOKUP-NOT-JUSTIFIED");
        return refused.json().path("errors").path(0).path("code").asText();
    }

    private String dossier(String procedure, String taxCode) {
        String number = MadeUp.number();
        ObjectNode told = MadeUp.state(1, "IN_PROGRESS").put("procedureCode", procedure);
        told.withObject("applicant")
                .put("type", "BUSINESS")
                .put("taxCode", taxCode)
                .remove("personalId");
        ward().put(number, told).expect(202);
        return number;
    }

    private static ObjectNode question(String dossier) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("register", "BUSINESS").put("dossierNumber", dossier).put("key", "6001234567");
        body.put("purpose", "Thay đổi đăng ký").put("legalBasis", "Nghị định 168/2025/NĐ-CP");
        body.putObject("officer").put("id", "066080000099").put("name", "Trần Thị Mẫu");
        body.putArray("fields").add("name").add("status");
        return body;
    }

    private Client ward() {
        return Client.of("http://127.0.0.1:" + port, "H15.24133");
    }
}
