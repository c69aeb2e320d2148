package vn.lienthong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

class StrictJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"a\":1              | JSON-BROKEN",
                "{\"a\":1} {}          | JSON-BROKEN",
                "{\"a\":1,\"a\":2}     | JSON-DUPLICATE-KEY",
                "{\"a\":\"x\\u0000\"}  | TEXT-NUL",
                "{\"x\\u0000\":1}      | TEXT-NUL",
                "{\"a\":\"\\ud800 k\"} | TEXT-HALF-PAIR",
                "{\"\\udc00\":\"k\"}   | TEXT-HALF-PAIR",
                "{\"a\":\"e\\u0301\"}   | TEXT-NOT-NFC",
                "{\"a\":1e400}         | NUMBER-RANGE",
                "{\"a\":9223372036854775808} | NUMBER-RANGE",
            })
    void refusesWithItsOwnCode(String body, String code) {
        assertThat(refused(body.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(code);
    }

    @Test
    void refusesNothingAtAll_depth_andForeignBytes() {
        assertThat(refused(new byte[0]).code()).isEqualTo("JSON-EMPTY");
        assertThat(refused("[".repeat(200).getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("JSON-TOO-DEEP");
        assertThat(refused(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}).code())
                .isEqualTo("TEXT-NOT-UTF8");
        String apart = Normalizer.normalize("{\"a\":\"Tễ\"}", Normalizer.Form.NFD);
        assertThat(refused(apart.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("TEXT-NOT-NFC");
    }

    @Test
    void namesThePlace_withoutTheCharactersItRefuses() {
        Problem problem = refused("{\"a\":[{\"x\\u0000y\":\"z\"}]}".getBytes(StandardCharsets.UTF_8));

        assertThat(problem.errors().getFirst().pointer()).isEqualTo("/a/0/x\uFFFDy");
    }

    @Test
    void takesWholePairsAndKeepsDecimals() {
        var read = StrictJson.read("{\"a\":\"\\ud83d\\ude00\",\"b\":1.10}".getBytes(StandardCharsets.UTF_8));

        assertThat(read.path("a").asText()).isEqualTo("😀");
        assertThat(read.path("b").decimalValue().toPlainString()).isEqualTo("1.10");
    }

    private static Problem refused(byte[] body) {
        return catchThrowableOfType(ProblemException.class, () -> StrictJson.read(body))
                .problem();
    }
}
