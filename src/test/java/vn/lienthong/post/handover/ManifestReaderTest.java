package vn.lienthong.post.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.SettableClock;

/** A manifest is cut into its items without a byte changed, whatever stands in them. */
class ManifestReaderTest {
    private static final List<String> HEAD = List.of(
            "\"manifestNumber\":\"BK-1\"",
            "\"postOffice\":\"630000\"",
            "\"handedOverAt\":\"2026-11-20T08:00:00+07:00\"");
    private final ManifestReader reader = new ManifestReader(
            SchemaFiles.packed(),
            new SettableClock(),
            new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("x", HandoverProperties.class));

    @Provide
    Arbitrary<List<String>> items() {
        return Arbitraries.of(
                        "1",
                        "null",
                        "{}",
                        "[[],{\"items\":[1,2]}]",
                        "\"a,b]}\"",
                        "{ \"parcelNumber\" : \"RR1\" , \"dossier\" : {\"applicant\":{\"name\":\"Đường ễ 😀\"}} }",
                        "\"\\\"}],{\"",
                        "-1.5e9",
                        "true")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void findsEachItemByteByByte_whereverTheListStands(
            @ForAll("items") List<String> items, @ForAll long seed, @ForAll boolean spaced) {
        String gap = spaced ? " \n\t" : "";
        List<String> fields = new ArrayList<>(HEAD);
        fields.add("\"items\":" + gap + "[" + gap + String.join(gap + "," + gap, items) + gap + "]");
        fields.add("\"unheardOf\":{\"items\":[7]}");
        java.util.Collections.shuffle(fields, new Random(seed));
        byte[] body = (gap + "{" + String.join(gap + "," + gap, fields) + "}" + gap).getBytes(StandardCharsets.UTF_8);

        Manifest manifest = reader.read(body);

        assertThat(manifest.number()).isEqualTo("BK-1");
        assertThat(manifest.items().stream()
                        .map(item -> new String(item.of(body), StandardCharsets.UTF_8))
                        .toList())
                .isEqualTo(items);
    }

    @Test
    void saysTheSame_howeverItIsSpacedAndOrdered() {
        Manifest one = reader.read(body("{" + String.join(",", HEAD) + ",\"items\":[1]}"));
        Manifest other = reader.read(body("{ \"items\" : [ 1 ] , " + String.join(" , ", HEAD.reversed()) + "}"));
        Manifest more = reader.read(body("{" + String.join(",", HEAD) + ",\"itemCount\":1,\"items\":[1]}"));

        assertThat(other.head()).isEqualTo(one.head());
        assertThat(more.head()).isNotEqualTo(one.head());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{\"items\":[1,2",
                "{\"items\":[1 2]}",
                "{\"items\":[1]}}",
                "{\"items\":[1]} {}",
                "{\"items\":[{]}]}",
                "{\"items\":[\"\u0001\"]}"
            })
    void refusesWhatIsBroken(String text) {
        assertThatThrownBy(() -> reader.read(body(text))).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesOtherEncodings() {
        byte[] wide = ("{" + String.join(",", HEAD) + ",\"items\":[1]}").getBytes(StandardCharsets.UTF_16LE);
        byte[] latin = body("{" + String.join(",", HEAD) + ",\"items\":[\"?\"]}");
        latin[latin.length - 4] = (byte) 0xE9;

        assertThatThrownBy(() -> reader.read(wide)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> reader.read(latin)).isInstanceOf(ProblemException.class);
    }

    @Test
    void bindsAFarNestedItemToNobodyElse() {
        String deep = "[".repeat(900) + "]".repeat(900);
        Manifest manifest = reader.read(body("{" + String.join(",", HEAD) + ",\"items\":[" + deep + ",2]}"));

        assertThat(manifest.items()).hasSize(2);
    }

    private static byte[] body(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
