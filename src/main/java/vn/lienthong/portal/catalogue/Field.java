package vn.lienthong.portal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vn.lienthong.kernel.Bilingual;

/** Reads the fields of a catalogue entry; numbers may come as text, texts in any normal form. */
final class Field {
    private static final int LONGEST = 4000;

    private Field() {}

    /** The text, stripped; empty where there is none. */
    static String text(JsonNode entry, String name) {
        JsonNode value = entry.path(name);
        if (!value.isValueNode() || value.isNull()) {
            return "";
        }
        String text = Normalizer.normalize(value.asText(), Normalizer.Form.NFC).strip();
        if (text.length() > LONGEST) {
            throw unfit(new Bilingual(name + " quá dài", name + " is too long"));
        }
        return text;
    }

    /** The text, which must be there. */
    static String must(JsonNode entry, String name) {
        String text = text(entry, name);
        if (text.isEmpty()) {
            throw unfit(new Bilingual("một mục thiếu " + name, "an entry lacks " + name));
        }
        return text;
    }

    /** A whole number without sign, where there is one. */
    static OptionalLong number(JsonNode entry, String name) {
        String digits = text(entry, name);
        return digits.matches("[0-9]{1,12}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    /** The entries of a list; none where there is no list. */
    static Stream<JsonNode> list(JsonNode entry, String name) {
        JsonNode list = entry.path(name);
        return list.isArray() ? list.valueStream() : Stream.empty();
    }

    private static UnfitCatalogue unfit(Bilingual why) {
        return new UnfitCatalogue("Danh mục của Cổng: " + why.vi(), "the portal's catalogue: " + why.en());
    }
}
