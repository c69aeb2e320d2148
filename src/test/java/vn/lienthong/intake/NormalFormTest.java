package vn.lienthong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.lienthong.kernel.ProblemException;

/** Vietnamese text looks the same composed and apart; only the composed form comes in. */
class NormalFormTest {
    private static final String ACCENTED = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

    @Property
    void takesComposedTextAsItIs(@ForAll("names") String name, @ForAll @IntRange(max = 5) int depth) {
        assertThat(StrictJson.read(bytes(nested(name, depth)))).isEqualTo(nested(name, depth));
    }

    @Property
    void refusesTextApart_andNamesThePlace(@ForAll("names") String name, @ForAll @IntRange(max = 5) int depth) {
        String apart = Normalizer.normalize(name, Normalizer.Form.NFD);

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> StrictJson.read(bytes(nested(apart, depth))));

        assertThat(refused.problem().status()).isEqualTo(422);
        assertThat(refused.problem().code()).isEqualTo("TEXT-NOT-NFC");
        assertThat(refused.problem().errors())
                .extracting(error -> error.pointer())
                .containsExactly("/x/1".repeat(depth) + "/name");
    }

    @Property
    void refusesFieldNamesApart(@ForAll("names") String name) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put(Normalizer.normalize(name, Normalizer.Form.NFD), 1);

        assertThat(catchThrowableOfType(ProblemException.class, () -> StrictJson.read(bytes(body)))
                        .problem()
                        .code())
                .isEqualTo("TEXT-NOT-NFC");
    }

    /** At least one letter of each name has a form apart; đ has none. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars(ACCENTED + ACCENTED.toUpperCase(java.util.Locale.ROOT) + "bcdghklmnpqrstvx ")
                .ofMaxLength(20)
                .map(text -> text + "ễ");
    }

    private static ObjectNode nested(String name, int depth) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", name);
        for (int i = 0; i < depth; i++) {
            ObjectNode around = JsonNodeFactory.instance.objectNode();
            around.putArray("x").add("Mẫu").add(node);
            node = around;
        }
        return node;
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
