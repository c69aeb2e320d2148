package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

@InSandbox
@DisplayName("Gửi nhiều hồ sơ trong một lần gọi")
class BatchIT {
    private final Sandbox sandbox;

    BatchIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    @DisplayName("Phần tử hỏng bị từ chối riêng, các phần tử khác vẫn tới Cổng")
    void letsABadItemHarmNoOther() {
        String good = MadeUp.number();
        String bad = MadeUp.number();
        String last = MadeUp.number();
        String body = "[" + item(good) + "," + item(bad).put("procedureCode", "9.999999") + ",{\"revision\":}" + "]";
        Reply broken = sandbox.ward().post("/v1/dossiers:batch", body);
        String sound = "[" + item(good) + "," + item(bad).put("procedureCode", "9.999999") + ",17," + item(last) + "]";

        JsonNode items = sandbox.ward()
                .post("/v1/dossiers:batch", sound)
                .expect(200)
                .json()
                .path("items");
        sandbox.awaitAll(good, "CONFIRMED");
        sandbox.awaitAll(last, "CONFIRMED");

        assertThat(broken.status()).isEqualTo(400);
        assertThat(statuses(items)).containsExactly(202, 422, 422, 202);
        assertThat(items.get(1).path("dossierNumber").asText()).isEqualTo(bad);
        assertThat(items.get(1)
                        .path("problem")
                        .path("errors")
                        .get(0)
                        .path("code")
                        .asText())
                .isEqualTo("PROCEDURE-UNKNOWN");
        assertThat(sandbox.ward().get("/v1/dossiers/" + bad).status()).isEqualTo(404);
        assertThat(sandbox.portal().history(bad)).isEmpty();
    }

    @Test
    @DisplayName("Mỗi dòng NDJSON đứng riêng, cả dòng không phải JSON")
    void readsNdjsonLineByLine() {
        String first = MadeUp.number();
        String second = MadeUp.number();

        JsonNode items = sandbox.ward()
                .post(
                        "/v1/dossiers:batch",
                        item(first) + "\n{\"broken\n" + item(second) + "\n",
                        "Content-Type",
                        "application/x-ndjson")
                .expect(200)
                .json()
                .path("items");

        assertThat(statuses(items)).containsExactly(202, 400, 202);
        assertThat(items.get(1).path("problem").path("code").asText()).isEqualTo("JSON-BROKEN");
    }

    @Test
    @DisplayName("Hai phiên bản của một hồ sơ trong một lô giữ đúng thứ tự")
    void keepsTheOrderWithinABatch() {
        String number = MadeUp.number();
        ObjectNode accepted = MadeUp.state(1, "ACCEPTED").put("dossierNumber", number);
        ObjectNode working = MadeUp.state(2, "IN_PROGRESS").put("dossierNumber", number);

        JsonNode items = sandbox.ward()
                .post("/v1/dossiers:batch", "[" + accepted + "," + working + "," + accepted + "]")
                .expect(200)
                .json()
                .path("items");
        sandbox.awaitAll(number, "CONFIRMED");

        assertThat(statuses(items)).containsExactly(202, 202, 202);
        assertThat(sandbox.portal().history(number))
                .extracting(effect -> effect.path("TrangThaiHoSo").asText())
                .containsExactly("2", "4");
    }

    @Test
    @DisplayName("Lô rỗng hoặc quá 200 phần tử bị từ chối, không lưu gì")
    void refusesABatchOfTheWrongSize() {
        String number = MadeUp.number();
        String items = String.join(
                ",",
                IntStream.rangeClosed(1, 201)
                        .mapToObj(place -> item(number).put("revision", place).toString())
                        .toList());

        Reply empty = sandbox.ward().post("/v1/dossiers:batch", "[]");
        Reply large = sandbox.ward().post("/v1/dossiers:batch", "[" + items + "]");

        assertThat(empty.code()).isEqualTo("BATCH-EMPTY");
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.code()).isEqualTo("BATCH-TOO-LONG");
        assertThat(sandbox.ward().get("/v1/dossiers/" + number).status()).isEqualTo(404);
    }

    private static ObjectNode item(String number) {
        return MadeUp.state(1, "ACCEPTED").put("dossierNumber", number);
    }

    private static List<Integer> statuses(JsonNode items) {
        return IntStream.range(0, items.size())
                .mapToObj(place -> items.get(place).path("status").asInt())
                .toList();
    }
}
