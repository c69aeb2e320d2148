package vn.lienthong.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierNumber;

class DossierRoundTripTest {
    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final NationalDossierWriter writer = new NationalDossierWriter(NationalSettings.defaults());
    private final NationalDossierReader reader = new NationalDossierReader(NationalSettings.defaults());

    @Provide
    Arbitrary<DossierContent> contents() {
        return Contents.all();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void content_comesBack_whenItsItemIsRead(@ForAll("contents") DossierContent content) throws IOException {
        JsonNode item = overTheWire(write(content));
        DossierReading reading = reader.read(item, Contents.AGENCY, (procedure, agency) -> NationalNames.UNKNOWN);
        assertThat(reading.findings()).noneMatch(NationalFinding::isError);
        assertThat(reading.content()).isEqualTo(content);
        assertThat(reading.number()).isEqualTo(number());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyScalarOfAKnownField_isText(@ForAll("contents") DossierContent content) {
        JsonNode item = write(content);
        item.properties().stream()
                .filter(field -> !content.national().containsKey(field.getKey()))
                .forEach(field -> assertThat(
                                field.getValue().isTextual() || field.getValue().isArray())
                        .as(field.getKey())
                        .isTrue());
    }

    private JsonNode write(DossierContent content) {
        NationalWriting writing = writer.write(number(), content, NationalNames.UNKNOWN, AttachmentLinks.NONE);
        assertThat(writing).isInstanceOf(NationalWriting.Written.class);
        return ((NationalWriting.Written) writing).item();
    }

    private JsonNode overTheWire(JsonNode item) throws IOException {
        return json.readTree(json.writeValueAsBytes(item));
    }

    private static DossierNumber number() {
        return DossierNumber.parse(Contents.NUMBER).orElseThrow();
    }
}
