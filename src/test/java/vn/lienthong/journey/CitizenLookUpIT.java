package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.PopulationTwin;

@InSandbox
@DisplayName("Tra cứu công dân")
class CitizenLookUpIT {
    private final Sandbox sandbox;
    private final PopulationTwin population;

    CitizenLookUpIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.population = new PopulationTwin(sandbox.portal().simulators());
    }

    @AfterEach
    void heal() {
        population.fault("none", 0);
    }

    @Test
    @DisplayName("Cán bộ hỏi thay cho giấy tờ: chỉ điều đã hỏi, giấy khỏi nộp, thanh tra thấy ai đã xem")
    void spares_aPaper() {
        String number = dossier("Nguyễn Văn Mẫu", "066090000011");

        JsonNode answer = ask(number, "066090000011", "Nguyễn Văn Mẫu", "1990-01-31", "fullName", "permanentAddress");

        assertThat(answer.path("match").asText()).isEqualTo("MATCHED");
        assertThat(answer.path("person")
                        .path("permanentAddress")
                        .path("communeCode")
                        .asText())
                .isEqualTo("24133");
        assertThat(answer.path("person")).hasSize(2);
        JsonNode last = plan(number).path(3);
        assertThat(last.path("plan").asText()).isEqualTo("NOT_NEEDED");
        assertThat(last.path("asOf").asText()).isEqualTo(answer.path("asOf").asText());
        JsonNode row = sandbox.client("auditor")
                .post("/v1/data-tracker/search", "{\"personalId\":\"066090000011\"}")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(row.path("lookupId")).isEqualTo(answer.path("lookupId"));
        assertThat(row.path("evidenceId").asText()).isNotEmpty();
    }

    @Test
    @DisplayName("Giấy tờ ghi khác: không từ chối ai, có việc đề nghị chỉnh sửa")
    void refusesNobody_whenTheRegisterDiffers() {
        String number = dossier("Trần Thị Thử", "066193000012");

        JsonNode answer = ask(number, "066193000012", "Trần Thị Thừ", "1993", "fullName");

        assertThat(answer.path("match").asText()).isEqualTo("NOT_MATCHED");
        assertThat(answer.path("differences").path(0).path("held").asText()).isEqualTo("Trần Thị Thử");
        JsonNode items = sandbox.ward()
                .get("/v1/work-items?code=REGISTER-CORRECTION&dossierNumber=" + number)
                .expect(200)
                .json()
                .path("items");
        assertThat(items).hasSize(1);
    }

    @Test
    @DisplayName("Cơ sở dữ liệu dân cư tắt hay im lặng: vẫn có trả lời trong 10 giây, nhận giấy")
    void answersInTime_whenTheRegisterDoesNot() {
        String number = dossier("Lê Văn Nháp", "066095000014");
        for (String mode : new String[] {"down", "garbage", "delay"}) {
            population.fault(mode, 30_000);
            long started = System.nanoTime();

            JsonNode answer = ask(number, "066095000014", "Lê Văn Nháp", "1995", "gender");

            assertThat(answer.path("match").asText()).as(mode).isEqualTo("UNVERIFIED");
            assertThat(answer.path("reason").path("message").asText()).isNotEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    @DisplayName("Không có lý do: từ chối trước khi hỏi ai")
    void asksNobody_withoutAReason() {
        String number = dossier("Nguyễn Văn Mẫu", "066090000011");
        int calls = population.stats().path("calls").asInt();

        String other = question(number, "066193000012", "Trần Thị Thử", "1993", "fullName")
                .toString();

        assertThat(sandbox.ward().post("/v1/citizen-lookups", other).expect(403).code())
                .isEqualTo("LOOKUP-NOT-JUSTIFIED");
        assertThat(population.stats().path("calls").asInt()).isEqualTo(calls);
    }

    private JsonNode ask(String dossier, String number, String name, String born, String... fields) {
        return sandbox.ward()
                .post(
                        "/v1/citizen-lookups",
                        question(dossier, number, name, born, fields).toString())
                .expect(200)
                .json();
    }

    private JsonNode plan(String dossier) {
        return sandbox.ward()
                .get("/v1/dossiers/" + dossier + "/once-only-plan")
                .expect(200)
                .json()
                .path("items");
    }

    private String dossier(String name, String personalId) {
        String number = MadeUp.number();
        ObjectNode state = MadeUp.state(1, "IN_PROGRESS");
        ((ObjectNode) state.path("applicant")).put("name", name).put("personalId", personalId);
        sandbox.tell(number, state);
        return number;
    }

    private static ObjectNode question(String dossier, String number, String name, String born, String... fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("dossierNumber", dossier).put("purpose", "Đăng ký khai sinh").put("legalBasis", "Luật Hộ tịch 2014");
        body.putObject("officer").put("id", "066080000099").put("name", "Trần Thị Mẫu");
        body.putObject("person").put("personalId", number).put("fullName", name).put("dateOfBirth", born);
        for (String field : fields) {
            body.withArray("fields").add(field);
        }
        return body;
    }
}
