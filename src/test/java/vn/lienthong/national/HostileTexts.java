package vn.lienthong.national;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts as people and broken programs write them; all of them well-formed. */
final class HostileTexts {
    private HostileTexts() {}

    /** Never empty. */
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "Nguyễn Văn Mẫu",
                        Normalizer.normalize("Đường Lê Duẩn, phường Tân Lập", Normalizer.Form.NFD),
                        "\u202Engược\u202C",
                        "a\u200Bb\uFEFF",
                        "\"}],{\"MaHoSo\":\"x",
                        "' or 1=1 --",
                        "<b>&amp;</b>\r\n\t",
                        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD840\uDC00",
                        "\u0001\u001F\u007F\u0085\u2028",
                        "null",
                        "0",
                        "True",
                        " "),
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(30).filter(Verbatim::wellFormed),
                Arbitraries.integers().between(0x10000, 0x10FFFF).map(Character::toString));
    }

    /** Anything that may stand in a field nobody knows. */
    static Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                texts().map(Object.class::cast), Arbitraries.of(true, false).map(Object.class::cast));
        Arbitrary<Object> lists = scalars.list().ofMaxSize(3).map(Object.class::cast);
        Arbitrary<Object> objects = Arbitraries.maps(texts(), Arbitraries.oneOf(scalars, lists))
                .ofMaxSize(3)
                .map(Object.class::cast);
        return Arbitraries.oneOf(
                scalars, lists, objects, objects.list().ofMaxSize(2).map(List::copyOf));
    }

    /** Fields nobody knows, beside those that the form knows and the content has no place for. */
    static Arbitrary<Map<String, Object>> unknownFields(String... carried) {
        Arbitrary<String> names = texts().map(text -> "x" + text);
        Arbitrary<String> all = carried.length == 0 ? names : Arbitraries.oneOf(names, Arbitraries.of(carried));
        return Combinators.combine(
                        Arbitraries.maps(all, texts().map(Object.class::cast)).ofMaxSize(3),
                        Arbitraries.maps(names, values()).ofMaxSize(2))
                .as((left, right) -> {
                    Map<String, Object> both = new java.util.LinkedHashMap<>(left);
                    both.putAll(right);
                    return both;
                });
    }
}
