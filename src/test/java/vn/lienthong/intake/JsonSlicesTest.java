package vn.lienthong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.ProblemException;

class JsonSlicesTest {
    @Test
    void cuts_anArrayAndLinesToTheByte() {
        assertThat(texts(" [ {\"a\":\"đ ]\"} , 7 ,\"x\"]")).containsExactly("{\"a\":\"đ ]\"}", "7", "\"x\"");
        assertThat(texts("{\"a\":1}\n\n {\"b\":2} \r\n")).containsExactly("{\"a\":1}", " {\"b\":2} \r");
    }

    @Test
    void refuses_otherEncodings() {
        for (var encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThatThrownBy(() -> JsonSlices.elements("[{},{}]".getBytes(encoding), 9))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("JSON-BROKEN"));
        }
    }

    @Test
    void refuses_whatIsBrokenEmptyOrTooLong() {
        assertThatThrownBy(() -> texts("[{},")).hasMessageContaining("JSON-BROKEN");
        assertThatThrownBy(() -> texts("[]")).hasMessageContaining("BATCH-EMPTY");
        assertThatThrownBy(() -> texts(" \n ")).hasMessageContaining("BATCH-EMPTY");
        assertThatThrownBy(() -> texts("[1,2,3,4,5,6,7,8,9,10]")).hasMessageContaining("BATCH-TOO-LONG");
    }

    private static List<String> texts(String body) {
        return JsonSlices.of(body.getBytes(StandardCharsets.UTF_8), 9).stream()
                .map(slice -> new String(slice, StandardCharsets.UTF_8))
                .toList();
    }
}
