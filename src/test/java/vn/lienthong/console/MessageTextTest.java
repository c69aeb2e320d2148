package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {
    private static final String NUMBER = "H15.24133-261121-0007";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn Mẫu",
                "NGUYEN VAN MAU",
                "MAU",
                "066090000011",
                "0900000001",
                "123456789",
                "mau@vidu.vn",
                "1990-02-28",
                "19900228",
                "Tổ 3, phường Mẫu",
                "A066090000011",
                "C1234567",
                "28.02.1990",
                "20100228000000",
                "2010-02-28T00:00:00+07:00",
                "1990-02-28T08:00:00+07:00"
            })
    void hidesWhatMayBelongToAPerson_whateverItsFieldIsCalled(String value) {
        assertThat(shown("{\"x\":\"" + value + "\",\"list\":[\"" + value + "\"]}", false))
                .doesNotContain(value);
        assertThat(shown("{\"x\":\"" + value + "\"}", true)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IN_PROGRESS",
                "COUNTER",
                NUMBER,
                "H15.24133",
                "1.001193",
                "20261121081500",
                "2026-11-21T08:15:00+07:00",
                "-3",
                "10"
            })
    void leavesWhatIsSurelyHarmless(String value) {
        assertThat(shown("{\"x\":\"" + value + "\"}", false)).contains(value);
    }

    @Test
    void hidesNumbersWithoutQuotes_andOddNames() {
        assertThat(shown("{\"id\":66090000011,\"Nguyễn Văn Mẫu\":true}", false))
                .doesNotContain("66090000011")
                .doesNotContain("Nguyễn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "password", "Secret", "token"})
    void neverShowsASecret(String name) {
        assertThat(shown("{\"" + name + "\":\"abc\"}", true)).doesNotContain("abc");
    }

    @Test
    void leavesOutTheNeighboursOfABatch() {
        MessageText text = MessageText.of(
                bytes("{\"data\":[{\"n\":\"A\"},{\"n\":\"" + NUMBER + "\"},{\"n\":\"B\"}],\"other\":[1,2]}"),
                NUMBER,
                true);

        assertThat(text.others()).isEqualTo(2);
        assertThat(text.raw()).isEqualTo("{\"data\":[{\"n\":\"" + NUMBER + "\"}],\"other\":[1,2]}");
    }

    @Test
    void hidesWholeWhatItCannotRead() {
        assertThat(MessageText.of(bytes("<x>Mẫu</x>"), NUMBER, false).lines()).isEmpty();
        assertThat(MessageText.of(bytes("<x>Mẫu</x>"), NUMBER, true).lines()).containsExactly("<x>Mẫu</x>");
        assertThat(MessageText.of(new byte[2_000_001], NUMBER, true).lines()).isEmpty();
    }

    @Test
    void hidesLongNumbersInFreeText() {
        assertThat(Mask.text("mã 77 của 066090000011, ngày 21")).isEqualTo("mã 77 của 066*****11, ngày 21");
    }

    @Test
    void comparesLineByLine_andShortensWhatIsEqual() {
        List<String> before = List.of("a", "b", "c", "d", "e", "f", "g");
        List<String> after = List.of("a", "b", "c", "d", "e", "x", "g");

        assertThat(LineDiff.of(before, before)).isEmpty();
        assertThat(LineDiff.of(before, after).stream().map(line -> line.kind() + " " + line.text()))
                .containsExactly("SKIPPED 3", "SAME d", "SAME e", "GONE f", "ADDED x", "SAME g");
        assertThat(LineDiff.of(List.of(), List.of("x"))).containsExactly(new LineDiff.Line(LineDiff.Kind.ADDED, "x"));
    }

    private static String shown(String json, boolean open) {
        return String.join("\n", MessageText.of(bytes(json), NUMBER, open).lines());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
