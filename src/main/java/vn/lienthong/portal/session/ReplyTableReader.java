package vn.lienthong.portal.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.portal.session.ReplyTable.ReplyFields;

/** Reads a reply table, or refuses the start with a sentence that names the file, the line and the mistake. */
final class ReplyTableReader {
    private static final String WORDS =
            Stream.of(ReplyClass.values()).map(ReplyClass::word).collect(Collectors.joining(", "));

    private ReplyTableReader() {}

    static ReplyTable read(SchemaFiles files, String partner) {
        Descriptor root =
                Descriptor.read(files, "replies/" + partner + ".yaml").only("codes", "http", "pause", "fields");
        Descriptor section = root.need("codes");
        Map<String, ReplyClass> codes = new HashMap<>();
        section.pairs().forEach((code, word) -> codes.put(code, meaning(word)));
        if (!codes.containsValue(ReplyClass.SUCCESS)) {
            throw section.wrong("không có mã nào là success", "no code is success");
        }
        Map<Integer, ReplyClass> http = new HashMap<>();
        root.at("http")
                .ifPresent(given ->
                        given.pairs().forEach((status, word) -> http.put(status(status, word), meaning(word))));
        return new ReplyTable(
                Map.copyOf(codes),
                Map.copyOf(http),
                root.at("pause").map(ReplyTableReader::pause).orElse(Duration.ofSeconds(5)),
                fields(root.at("fields")));
    }

    private static ReplyClass meaning(Descriptor at) {
        String word = at.anyText();
        return ReplyClass.ofWord(word)
                .orElseThrow(() ->
                        at.wrong("\"" + word + "\" không thuộc: " + WORDS, "\"" + word + "\" is none of: " + WORDS));
    }

    private static Integer status(String text, Descriptor at) {
        if (text.matches("[1-5][0-9]{2}")) {
            return Integer.valueOf(text);
        }
        throw at.wrong("không phải trạng thái HTTP", "not an HTTP status");
    }

    private static Duration pause(Descriptor at) {
        try {
            Duration pause = DurationStyle.detectAndParse(at.text());
            if (pause.isPositive()) {
                return pause;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw at.wrong("không phải khoảng thời gian dương như 5s", "not a positive duration such as 5s");
    }

    private static ReplyFields fields(Optional<Descriptor> at) {
        at.ifPresent(section -> section.only("code", "message", "result", "item", "steps"));
        return new ReplyFields(
                name(at, "code", "error_code"),
                name(at, "message", "message"),
                name(at, "result", "result"),
                name(at, "item", "MaHoSo"),
                name(at, "steps", "DanhSachTienDo"));
    }

    private static String name(Optional<Descriptor> at, String key, String otherwise) {
        return at.map(section -> section.text(key, otherwise)).orElse(otherwise);
    }
}
