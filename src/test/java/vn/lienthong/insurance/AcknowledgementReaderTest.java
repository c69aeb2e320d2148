package vn.lienthong.insurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.delivery.Acknowledgement.Outcome;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SettableClock;

class AcknowledgementReaderTest {
    private final GatewayClock clock = new SettableClock();
    private final AcknowledgementReader reader = new AcknowledgementReader(clock);

    @Test
    void readsAWholeOne_whateverElseStandsInIt() {
        assertThat(read("{\"deliveryReference\":\"4711\",\"outcome\":\"REFUSED\",\"reason\":\" Sai\\u0000tên \","
                        + "\"at\":\"2026-11-22T09:30:00+07:00\",\"extra\":{}}"))
                .isEqualTo(new AcknowledgementReader.Read(
                        4711, Outcome.REFUSED, "Sai tên", Instant.parse("2026-11-22T02:30:00Z")));
    }

    @Test
    void takesTheReferenceAsANumberToo_andAnotherPartysAsUnknown() {
        assertThat(read(body("4711", "\"ACCEPTED\"", now())).delivery()).isEqualTo(4711);
        assertThat(read(body("\"BH-2026/17\"", "\"ACCEPTED\"", now())).delivery())
                .isNegative();
        assertThat(read(body("\"99999999999999999999\"", "\"ACCEPTED\"", now())).delivery())
                .isNegative();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThatThrownBy(() -> read("{\"reason\":7}")).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("ACKNOWLEDGEMENT-INVALID");
            assertThat(refused.problem().errors())
                    .extracting(Problem.FieldError::pointer)
                    .isEqualTo(List.of("/deliveryReference", "/outcome", "/reason", "/at"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2126-11-22T09:30:00+07:00\"", "\"1926-11-22T09:30:00Z\"", "\"22/11/2026\"", "7", "null"})
    void refusesATimeThatCannotBe(String at) {
        assertThat(codes(body("1", "\"ACCEPTED\"", at))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{\"at\":1,\"at\":2}", "{} {}"})
    void refusesWhatIsNoJson(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(ProblemException.class);
    }

    private List<String> codes(String body) {
        try {
            read(body);
            return List.of();
        } catch (ProblemException refused) {
            return refused.problem().errors().stream()
                    .map(Problem.FieldError::code)
                    .toList();
        }
    }

    private String now() {
        return "\"" + clock.now() + "\"";
    }

    private static String body(String reference, String outcome, String at) {
        return "{\"deliveryReference\":" + reference + ",\"outcome\":" + outcome + ",\"at\":" + at + "}";
    }

    private AcknowledgementReader.Read read(String body) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
