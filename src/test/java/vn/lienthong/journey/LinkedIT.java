package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.Http;
import vn.lienthong.testing.MadeUp;

@InSandbox
@DisplayName("Hồ sơ liên thông: khai sinh tới hộ tịch, số định danh tới cư trú và bảo hiểm")
class LinkedIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Sandbox sandbox;

    LinkedIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @AfterEach
    void heal() {
        Http.send("PUT", sandbox.simulators() + "/__sim/civil-status/faults", "{\"mode\":\"none\"}")
                .expect(200);
    }

    @Test
    @DisplayName(
            "Số định danh mới tới hai phần việc sau, mỗi phần một lần; chỉ hồ sơ cha lên Cổng; giấy sai quay về nơi cấp")
    void passesThePersonalNumberOn() {
        String parent = tell("3.000722", null);
        String residence = tell("1.004222", parent);
        Http.send(
                        "PUT",
                        sandbox.simulators() + "/__sim/civil-status/faults",
                        "{\"mode\":\"reset-after\",\"service\":\"register\"}")
                .expect(200);
        String birth = tell("1.001193", parent);
        sandbox.awaitAttempts(birth, 1);
        heal();
        String card = tell("1.990101", parent);

        sandbox.gateway()
                .await(
                        "both legs have the number",
                        LONG,
                        () -> facts(residence).size() == 1 && facts(card).size() == 1);
        String number = facts(birth).getFirst().path("facts").path("personalId").asText();
        assertThat(number).matches("[0-9]{12}");
        for (String leg : List.of(residence, card)) {
            assertThat(facts(leg).getFirst().path("facts").path("personalId").asText())
                    .isEqualTo(number);
            assertThat(facts(leg).getFirst().path("from").asText()).isEqualTo(birth);
        }
        sandbox.awaitLast(birth, "CONFIRMED");
        assertThat(sandbox.deliveries(birth)).hasSize(1);
        assertThat(sandbox.deliveries(card)).isEmpty();
        sandbox.awaitAll(parent, "CONFIRMED");
        for (String leg : List.of(birth, residence, card)) {
            assertThat(sandbox.portal().history(leg)).isEmpty();
        }
        assertThat(sandbox.portal().history(parent)).isNotEmpty();

        assertThat(sandbox.ward()
                        .post("/v1/dossiers/" + card + "/certificate-findings", "{\"reason\":\"Sai họ của mẹ\"}")
                        .expect(202)
                        .json()
                        .path("issuers")
                        .path(0)
                        .path("dossierNumber")
                        .asText())
                .isEqualTo(birth);
        assertThat(workItems(birth)).containsExactly("LINKED-CERTIFICATE-WRONG");
        assertThat(sandbox.ward()
                        .post("/v1/dossiers/" + birth + "/certificate-findings", "{\"reason\":\"Sai\"}")
                        .code())
                .isEqualTo("LINKED-NO-ISSUER");
        assertThat(sandbox.client("H15.02")
                        .get("/v1/dossiers/" + card + "/facts")
                        .status())
                .isEqualTo(404);
    }

    private String tell(String procedure, String parent) {
        String number = MadeUp.number();
        ObjectNode state = MadeUp.state(1, "ACCEPTED").put("procedureCode", procedure);
        if (parent != null) {
            state.put("parent", parent);
        }
        sandbox.tell(number, state);
        return number;
    }

    private List<JsonNode> facts(String number) {
        return items("/v1/dossiers/" + number + "/facts");
    }

    private List<String> workItems(String number) {
        return items("/v1/work-items?state=OPEN&dossierNumber=" + number).stream()
                .map(item -> item.path("code").asText())
                .toList();
    }

    private List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        sandbox.ward().get(path).expect(200).json().path("items").forEach(items::add);
        return items;
    }
}
