package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

/** Look-ups, the tracker and the plan from outside, while the register is not there. */
@CompatHttpTest
class CitizenHttpTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void answersUnverifiedInTheCallersLanguage_whenTheRegisterIsDown() {
        String dossier = dossier();

        Reply answer = client("H15.24133")
                .post("/v1/citizen-lookups", question(dossier).toString(), "Accept-Language", "en");

        JsonNode body = answer.expect(200).json();
        assertThat(body.path("match").asText()).isEqualTo("UNVERIFIED");
        assertThat(body.path("reason").path("code").asText()).startsWith("REGISTER-");
        assertThat(body.path("reason").path("message").asText()).contains("register");
        assertThat(body.path("source").asText()).isEqualTo("POPULATION");
        assertThat(body.path("asOf").asText()).endsWith("+07:00");
        assertThat(body.has("person")).isFalse();
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void tellsARepeatUnderTheSameKeyTheSame_withoutAskingAgain() {
        String question = question(dossier()).toString();
        String key = java.util.UUID.randomUUID().toString();

        Reply first = client("H15.24133").post("/v1/citizen-lookups", question, "Idempotency-Key", key);
        Reply again = client("H15.24133").post("/v1/citizen-lookups", question, "Idempotency-Key", key);
        Reply other = client("H15.24133")
                .post("/v1/citizen-lookups", question(dossier()).toString(), "Idempotency-Key", key);

        assertThat(again.expect(200).text()).isEqualTo(first.expect(200).text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Cache-Control")).contains("no-store");
        assertThat(other.expect(422).code()).isEqualTo("IDEMPOTENCY-MISMATCH");
        byte[] stored = jdbc.queryForObject("select answer from idempotency where key = ?", byte[].class, key);
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("UNVERIFIED");
    }

    @Test
    void tellsInspectionWhoLooked_pageByPage_refusalsToo() {
        String number = "066090%06d".formatted(System.nanoTime() % 1_000_000);
        String dossier = dossier();
        ObjectNode question = question(dossier);
        ((ObjectNode) question.path("person")).put("personalId", number);
        for (int i = 0; i < 3; i++) {
            Reply refused = client("H15.24133").post("/v1/citizen-lookups", question.toString());
            assertThat(refused.expect(403).code()).isEqualTo("LOOKUP-NOT-JUSTIFIED");
            assertThat(refused.json().path("errors").path(0).path("code").asText())
                    .isEqualTo("LOOKUP-PERSON");
        }
        String search = "{\"personalId\":\"" + number + "\"}";

        Reply first = client("auditor").post("/v1/data-tracker/search?limit=2", search);
        String next = first.header("Link").replaceAll("<https?://[^/]*(.*)>.*", "$1");
        Reply second = client("auditor").post(next, search);

        JsonNode row = first.expect(200).json().path("items").path(0);
        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.expect(200).json().path("items")).hasSize(1);
        assertThat(second.header("Link")).isEmpty();
        assertThat(row.path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(row.path("reason").asText()).isEqualTo("LOOKUP-PERSON");
        assertThat(row.path("officer").path("name").asText()).isEqualTo("Trần Thị Mẫu");
        assertThat(row.path("agency").asText()).isEqualTo("H15.24133");
        assertThat(row.path("dossierNumber").asText()).isEqualTo(dossier);
        assertThat(row.path("legalBasis").asText()).isEqualTo("Luật Hộ tịch 2014");
        assertThat(items("{\"personalId\":\"" + number + "\",\"to\":\"2020-01-01\"}"))
                .isEmpty();
        assertThat(items("{\"personalId\":\"" + number + "\",\"from\":\"2020-01-01T00:00:00+07:00\"}"))
                .hasSize(3);
    }

    @Test
    void letsOnlyThoseAskWhoMay() {
        String search = "{\"personalId\":\"066090000011\"}";

        assertThat(client("H15.24133")
                        .post("/v1/data-tracker/search", search)
                        .expect(403)
                        .code())
                .isEqualTo("ACCESS-SCOPE");
        assertThat(client("auditor")
                        .post("/v1/citizen-lookups", question(dossier()).toString())
                        .expect(403)
                        .code())
                .isEqualTo("ACCESS-SCOPE");
        assertThat(client("H15.02")
                        .get("/v1/dossiers/" + dossier() + "/once-only-plan")
                        .expect(404)
                        .code())
                .isEqualTo("DOSSIER-NOT-FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"person\":{\"personalId\":\"0660\\u00000011\",\"fullName\":\"A\",\"dateOfBirth\":\"1990\"}}",
                "{\"person\":{\"personalId\":\"1\",\"fullName\":\"A\",\"dateOfBirth\":\"1990-01-311\"}}",
                "{\"person\":{},\"purpose\":\"\\ud800\"}",
                "{\"person\":{},\"officer\":{\"id\":\"\\u0001\"}}",
                "{\"person\":{},\"officer\":{\"id\":\"\\uffff\"}}",
                "{\"person\":{},\"fields\":[null]}"
            })
    void refusesBodiesThatCannotBeKept(String body) {
        assertThat(client("H15.24133")
                        .post("/v1/citizen-lookups", body)
                        .expect(422)
                        .json()
                        .path("errors"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hôm qua", "+999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "0001-01-01"})
    void refusesTimesThatDoNotReadOrCannotBeCompared(String from) {
        assertThat(client("auditor")
                        .post("/v1/data-tracker/search", "{\"personalId\":\"1\",\"from\":\"" + from + "\"}")
                        .expect(422)
                        .code())
                .isEqualTo("FIELD-FORM");
    }

    @Test
    void plansWhatToBring() {
        JsonNode plan = client("H15.24133")
                .get("/v1/dossiers/" + dossier() + "/once-only-plan")
                .expect(200)
                .json();

        assertThat(plan.path("procedureCode").asText()).isEqualTo("1.001193");
        assertThat(plan.path("items")).hasSize(4);
        assertThat(plan.path("items").path(0).path("plan").asText()).isEqualTo("SUBMIT");
        assertThat(plan.path("items").path(2).path("plan").asText()).isEqualTo("ASK");
        assertThat(plan.path("items").path(2).path("source").asText()).isEqualTo("POPULATION");
        assertThat(plan.path("items").path(2).path("reason").asText()).contains("Tra cứu");
    }

    private JsonNode items(String search) {
        return client("auditor")
                .post("/v1/data-tracker/search", search)
                .expect(200)
                .json()
                .path("items");
    }

    private String dossier() {
        String number = MadeUp.number();
        client("H15.24133").put(number, MadeUp.state(1, "IN_PROGRESS")).expect(202);
        return number;
    }

    private Client client(String id) {
        return Client.of("http://127.0.0.1:" + port, id);
    }

    static ObjectNode question(String dossier) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("dossierNumber", dossier).put("purpose", "Đăng ký khai sinh").put("legalBasis", "Luật Hộ tịch 2014");
        body.putObject("officer").put("id", "066080000099").put("name", "Trần Thị Mẫu");
        body.putObject("person")
                .put("personalId", "066090000011")
                .put("fullName", "Nguyễn Văn Mẫu")
                .put("dateOfBirth", "1990-01-31");
        body.putArray("fields").add("fullName").add("permanentAddress");
        return body;
    }
}
