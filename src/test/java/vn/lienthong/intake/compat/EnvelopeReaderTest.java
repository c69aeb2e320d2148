package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.intake.compat.Envelope.Slice;
import vn.lienthong.kernel.ProblemException;

class EnvelopeReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void reads_textsNumbersAndTruthValuesAlike() {
        Envelope envelope = EnvelopeReader.object(
                bytes(
                        "{\"session\":\" s \",\"madonvi\":15,\"isUpdating\":true,\"x\":{\"session\":\"no\"},\"mahoso\":null}"),
                5);

        assertThat(envelope.values())
                .containsOnlyKeys("session", "madonvi", "isUpdating")
                .containsEntry("session", "s")
                .containsEntry("madonvi", "15")
                .containsEntry("isUpdating", "true");
        assertThat(envelope.data()).isInstanceOf(EnvelopeData.Absent.class);
    }

    @Test
    void finds_itemsToTheByte() {
        byte[] body = bytes(
                "{\"x\":\"đ\u1EBFm\", \"data\" : [ {\"a\":\"Ở đây }]\"}\n, 7, \"{}\" ,{ }, [1,{}] ],\"service\":\"s\"}");

        assertThat(texts(body, items(EnvelopeReader.object(body, 9).data())))
                .containsExactly("{\"a\":\"Ở đây }]\"}", "", "", "{ }", "");
    }

    @Test
    void finds_itemsBehindAByteOrderMark() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        body.write(bytes("[{\"MaHoSo\":\"ế\"},{}]"));

        assertThat(texts(body.toByteArray(), items(EnvelopeReader.list(body.toByteArray(), 9))))
                .containsExactly("{\"MaHoSo\":\"ế\"}", "{}");
    }

    @Test
    void countsItemsAboveTheLimit_andKeepsNone() {
        EnvelopeData.Items items = (EnvelopeData.Items) EnvelopeReader.list(bytes("[{},{},{},{}]"), 2);

        assertThat(items.count()).isEqualTo(4);
        assertThat(items.slices()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\":[{}]            | JSON-BROKEN",
                "{\"data\":[{},]}          | JSON-BROKEN",
                "{\"data\":[{}]} trailing  | JSON-BROKEN",
                "{\"data\":[{}]}{}         | JSON-BROKEN",
                "{'data':[]}               | JSON-BROKEN",
                "{\"data\":[{\"a\":NaN}]}  | JSON-BROKEN",
                "{\"a\":1 \"b\":2}         | JSON-BROKEN",
                "[]                        | JSON-NOT-OBJECT",
                "null                      | JSON-NOT-OBJECT",
                "7                         | JSON-NOT-OBJECT",
                "\"x\"                     | JSON-NOT-OBJECT",
                "{\"data\":1,\"data\":[]}  | JSON-DUPLICATE-KEY",
                "{\"session\":1,\"session\":2} | JSON-DUPLICATE-KEY"
            })
    void refuses_whatIsBrokenAsAWhole(String body, String code) {
        assertRefused(bytes(body), code);
    }

    @Test
    void refuses_otherEncodingsAndNothing() {
        assertRefused(new byte[0], "JSON-EMPTY");
        assertRefused("{\"data\":[{}]}".getBytes(StandardCharsets.UTF_16LE), "TEXT-NOT-UTF8");
        assertRefused("{\"data\":[{}]}".getBytes(StandardCharsets.UTF_16BE), "TEXT-NOT-UTF8");
        assertRefused("{\"data\":[{}]}".getBytes(Charset.forName("UTF-32BE")), "TEXT-NOT-UTF8");
        assertRefused("{\"service\":\"Hồ sơ\"}".getBytes(Charset.forName("windows-1258")), "TEXT-NOT-UTF8");
        assertRefused(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'}, "TEXT-NOT-UTF8");
    }

    @Test
    void refuses_endlessNestingAndEndlessValues() {
        assertRefused(bytes("{\"data\":" + "[".repeat(5000) + "]".repeat(5000) + "}"), "JSON-TOO-DEEP");
        assertRefused(bytes("{\"session\":\"" + "s".repeat(20_000) + "\"}"), "JSON-TOO-DEEP");
        assertRefused(bytes("{\"data\":[" + "9".repeat(5000) + "]}"), "JSON-TOO-DEEP");
    }

    @Property(tries = 300)
    void cuts_everyItemExactly(@ForAll("objects") List<ObjectNode> objects) throws IOException {
        ObjectNode call = JSON.createObjectNode().put("đầu", "𝄞");
        call.putArray("data").addAll(objects);
        byte[] body = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(call);

        List<Slice> slices = items(EnvelopeReader.object(body, 100).data());

        assertThat(slices).hasSameSizeAs(objects);
        for (int i = 0; i < slices.size(); i++) {
            JsonNode read = JSON.readTree(part(body, slices.get(i)));
            assertThat(read).isEqualTo(objects.get(i));
        }
    }

    @Provide
    Arbitrary<List<ObjectNode>> objects() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(12);
        return texts.tuple3()
                .map(three -> {
                    ObjectNode object = JSON.createObjectNode().put(wellFormed(three.get1()), wellFormed(three.get2()));
                    object.putArray("]}").add(wellFormed(three.get3())).addObject();
                    return object;
                })
                .list()
                .ofMaxSize(6);
    }

    /** Half surrogate pairs are no UTF-8. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void assertRefused(byte[] body, String code) {
        assertThatThrownBy(() -> EnvelopeReader.object(body, 10))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private static List<Slice> items(EnvelopeData data) {
        return ((EnvelopeData.Items) data).slices();
    }

    private static List<String> texts(byte[] body, List<Slice> slices) {
        return slices.stream()
                .map(slice -> new String(part(body, slice), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] part(byte[] body, Slice slice) {
        return Arrays.copyOfRange(body, slice.from(), slice.to());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
