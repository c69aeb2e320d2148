package vn.lienthong.post.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SettableClock;

class TrackingReaderTest {
    private static final String GOOD = "{\"eventId\":\"e1\",\"parcelNumber\":\"EB123456789VN\",\"state\":\"DELIVERED\","
            + "\"occurredAt\":\"2026-01-05T09:00:00+07:00\",\"reason\":\"Đã phát\"}";

    private final TrackingReader reader = new TrackingReader(
            new EventReader(new SettableClock()), new TrackingProperties(2, 3, DataSize.ofMegabytes(1)));

    @Test
    void findsEachEventInItsBytes() {
        String body = "{ \"from\":\"Bưu điện\", \"events\" : [ " + GOOD + " ,\n" + GOOD.replace("e1", "e2") + "] }";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        List<ToldEvent> told = reader.read(bytes);

        assertThat(told).hasSize(2).allSatisfy(entry -> {
            ParcelEvent event = ((ToldEvent.Good) entry).event();
            assertThat(new String(bytes, event.from(), event.to() - event.from(), StandardCharsets.UTF_8))
                    .isEqualTo(GOOD.replace("e1", event.eventId()));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "eventId, null, TRACKING-EVENT-ID",
        "eventId, 7, TRACKING-EVENT-ID",
        "eventId, \"a b\", TRACKING-EVENT-ID",
        "parcelNumber, \"\", PARCEL-NUMBER",
        "parcelNumber, \"'; drop\", PARCEL-NUMBER",
        "state, \"LOST\", PARCEL-STATE-UNKNOWN",
        "state, 9, PARCEL-STATE-UNKNOWN",
        "occurredAt, \"2026-01-05\", TRACKING-TIME",
        "occurredAt, \"2999-01-05T09:00:00+07:00\", TRACKING-TIME",
        "occurredAt, \"-999999999-01-01T00:00:00Z\", TRACKING-TIME",
        "reason, \"a\\u0000b\", TEXT-INVALID",
        "reason, \"\\ud800\", TEXT-INVALID",
        "reason, [], TEXT-INVALID",
        "postOffice, \"Bu\\u031bu\", TEXT-INVALID"
    })
    void refusesOneEvent_andReadsTheOthers(String field, String value, String code) {
        String bad = GOOD.replace("\"" + field + "\":", "\"unused\":")
                .replaceFirst("\\{", "{\"" + field + "\":" + java.util.regex.Matcher.quoteReplacement(value) + ",");

        List<ToldEvent> told = reader.read(body(bad, GOOD));

        assertThat(((ToldEvent.Bad) told.getFirst()).answer().code()).isEqualTo(code);
        assertThat(told.getLast()).isInstanceOf(ToldEvent.Good.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"events\":[]}", "{\"events\":{}}", "{\"events\":null}", "7"})
    void refusesAMessageWithoutEvents(String body) {
        assertRefused(body.getBytes(StandardCharsets.UTF_8), "TRACKING-EVENTS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"events\":[{}",
                "{\"events\":[{}]} x",
                "{\"events\":[{}],\"events\":[{}]}",
                "{\"events\":[{\"a\":1,\"a\":2}]}",
                "{\"events\":[{\"a\":[[[[[[[[[[1]]]]]]]]]]}]}"
            })
    void refusesWhatIsNoJson(String body) {
        assertThatThrownBy(() -> reader.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesOtherEncodings() {
        assertRefused("{\"events\":[{}]}".getBytes(StandardCharsets.UTF_16BE), "JSON-BROKEN");
        assertRefused(new byte[] {'{', (byte) 0xff, '}'}, "TEXT-NOT-UTF8");
    }

    @Test
    void refusesMoreThanItTakes() {
        assertRefused(body(GOOD, GOOD, GOOD, GOOD), "TRACKING-TOO-MANY");
    }

    private void assertRefused(byte[] body, String code) {
        assertThatThrownBy(() -> reader.read(body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private static byte[] body(String... events) {
        return ("{\"events\":[" + String.join(",", events) + "]}").getBytes(StandardCharsets.UTF_8);
    }
}
