package vn.lienthong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.kernel.ProblemException;

class MultipartBodyTest {
    private static final String TYPE = "multipart/form-data; boundary=grenze";

    @Test
    void readsPartsByteForByte_whateverTheyHold() {
        String binary = "%PDF-1.7\r\n--grenz\u0000\u00ff\r\n";

        MultipartBody body =
                read(TYPE, part("metadata", "{\"title\":\"Giấy\"}") + part("document", binary) + "--grenze--");

        assertThat(text(body, "metadata")).isEqualTo("{\"title\":\"Giấy\"}");
        assertThat(text(body, "document")).isEqualTo(binary);
        assertThat(body.part("other")).isEmpty();
    }

    @Test
    void partTwice_tooManyParts_orHugeHeaders_areRefused() {
        assertBroken(TYPE, part("document", "1") + part("document", "2") + "--grenze--");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            many.append(part("p" + i, "x"));
        }
        assertBroken(TYPE, many + "--grenze--");
        assertBroken(TYPE, part("x".repeat(8000), "x") + "--grenze--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--grenze", "no boundary at all"})
    void bodyWithoutParts_hasNone(String text) {
        assertThat(read(TYPE, text).part("document")).isEmpty();
    }

    @Test
    void partThatBreaksOff_isRefused() {
        assertBroken(TYPE, "--grenze\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data", "multipart/form-data; boundary="})
    void otherContentTypes_areRefused(String type) {
        assertBroken(type, part("document", "1") + "--grenze--");
    }

    private static String part(String name, String content) {
        return "--grenze\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"../../etc/x\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }

    private static MultipartBody read(String type, String body) {
        return MultipartBody.read(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(MultipartBody body, String part) {
        return new String(body.part(part).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static void assertBroken(String type, String body) {
        assertThatThrownBy(() -> read(type, body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("MULTIPART-BROKEN"));
    }
}
