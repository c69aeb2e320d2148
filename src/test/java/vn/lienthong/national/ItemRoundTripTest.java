package vn.lienthong.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierNumber;

/** What a sender put into a national item comes out of the gateway again, form aside. */
class ItemRoundTripTest {
    private static final Set<String> FLAGS = Set.of(
            "DuocSoHoa",
            "DuocTaiSuDung",
            "DuocLayTuKhoDMQG",
            "IsDeleted",
            "TaiKhoanDuocXacThucVoiVNeID",
            "HoSoCoThanhPhanSoHoa");
    private static final Set<String> ADDED =
            Set.of("KenhThucHien", "NoiNopHoSo", "HoSoCoThanhPhanSoHoa", "IsDeleted", "DinhDanhCHS", "SoGiayToChuHoSo");

    private final ObjectMapper json = new ObjectMapper();
    private final NationalDossierWriter writer = new NationalDossierWriter(NationalSettings.defaults());
    private final NationalDossierReader reader = new NationalDossierReader(NationalSettings.defaults());

    @Provide
    Arbitrary<ObjectNode> items() {
        return NationalItems.all(json);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void item_comesBack_whenItsContentIsWritten(@ForAll("items") ObjectNode item) {
        ObjectNode written = through(item);
        assertHolds(item, written, "");
        written.properties().forEach(field -> {
            if (Verbatim.blank(item.get(field.getKey())) && !Verbatim.blank(field.getValue())) {
                assertThat(ADDED).contains(field.getKey());
            }
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void secondPass_changesNothing(@ForAll("items") ObjectNode item) {
        ObjectNode once = through(item);
        assertThat(through(once)).isEqualTo(once);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void content_isTheSame_whenTheItemWentThroughOnce(@ForAll("items") ObjectNode item) {
        DossierContent first = read(item);
        DossierContent second = read(through(item));
        assertThat(second.documents()).isEqualTo(first.documents());
        assertThat(second.fees()).isEqualTo(first.fees());
        assertThat(second.applicant()).isEqualTo(first.applicant());
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.databasesConsulted()).isEqualTo(first.databasesConsulted());
    }

    private DossierContent read(JsonNode item) {
        DossierReading reading = reader.read(item, Contents.AGENCY, (procedure, agency) -> NationalNames.UNKNOWN);
        assertThat(reading.findings()).noneMatch(NationalFinding::isError);
        return reading.content();
    }

    private ObjectNode through(JsonNode item) {
        NationalWriting writing = writer.write(
                DossierNumber.parse(Contents.NUMBER).orElseThrow(),
                read(item),
                NationalNames.UNKNOWN,
                AttachmentLinks.NONE);
        assertThat(writing).isInstanceOf(NationalWriting.Written.class);
        return ((NationalWriting.Written) writing).item();
    }

    private static void assertHolds(JsonNode given, JsonNode written, String path) {
        if (given.isObject()) {
            given.properties().forEach(field -> {
                if (!Verbatim.blank(field.getValue())) {
                    assertThat(written.has(field.getKey()))
                            .as(path + field.getKey())
                            .isTrue();
                    assertHoldsField(field.getKey(), field.getValue(), written.get(field.getKey()), path);
                }
            });
        } else if (given.isArray()) {
            assertThat(written.size()).as(path).isEqualTo(given.size());
            for (int i = 0; i < given.size(); i++) {
                assertHolds(given.get(i), written.get(i), path + i + ".");
            }
        } else {
            assertThat(written.asText()).as(path).isEqualTo(given.isNull() ? "" : given.asText());
        }
    }

    private static void assertHoldsField(String name, JsonNode given, JsonNode written, String path) {
        Boolean truth = FLAGS.contains(name) && given.isValueNode() ? ItemReader.truth(given.asText()) : null;
        if (truth == null) {
            assertHolds(given, written, path + name + ".");
        } else {
            assertThat(ItemReader.truth(written.asText())).as(path + name).isEqualTo(truth);
        }
    }
}
