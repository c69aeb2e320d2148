package vn.lienthong.post.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** What a clerk would find at the table, item by item. */
class ItemJudgingTest {
    private static final HandoverWorld WORLD = new HandoverWorld(TestDatabase.fresh());

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("REJECTED", "PROCEDURE-UNKNOWN", dossier(d -> d.put("procedureCode", "9.999999"))),
                fault("REJECTED", "HANDOVER-NOT-BY-POST", dossier(d -> d.put("procedureCode", "1.000894"))),
                fault("REJECTED", "AGENCY-UNKNOWN", dossier(d -> d.put("competentAgency", "H15.99999"))),
                fault("REJECTED", "AGENCY-UNKNOWN", dossier(d -> d.put("intakeAgency", "Z99"))),
                fault("REJECTED", "FIELD-MISSING", dossier(d -> d.remove("applicant"))),
                fault("REJECTED", "FIELD-MISSING", item -> item.remove("dossier")),
                fault("REJECTED", "FIELD-FORM", item -> item.put("parcelNumber", "RR 1")),
                fault("REJECTED", "FIELD-FORM", dossier(d -> d.put("submittedAt", "hôm qua"))),
                fault("REJECTED", "FIELD-VALUE", dossier(d -> d.put("submittedAt", "2026-02-30T08:00:00+07:00"))),
                fault("REJECTED", "TEXT-NOT-NFC", dossier(d -> d.put("summary", "Đăng ký khai sinh e\u0301"))),
                fault("REJECTED", "TEXT-NUL", dossier(d -> d.put("summary", "a\0b"))),
                fault("REJECTED", "DOSSIER-NUMBER", item -> item.put("dossierNumber", "H15-1")),
                fault("REJECTED", "DOSSIER-NUMBER-FUTURE", item -> item.put("dossierNumber", "H15.24133-990101-0001")),
                fault("REJECTED", "DOSSIER-NUMBER-DIFFERS", dossier(d -> d.put("dossierNumber", MadeUp.number()))),
                fault(
                        "REJECTED",
                        "TIME-ORDER",
                        dossier(d -> d.put("status", "ACCEPTED").put("acceptedAt", MadeUp.at(6, 0)))),
                fault("DISCREPANCY", "HANDOVER-COMPONENT-MISSING", item -> item.putArray("documents")),
                fault("DISCREPANCY", "HANDOVER-COMPONENT-UNPUBLISHED", document(d -> d.put("componentCode", "TP99"))),
                fault(
                        "DISCREPANCY",
                        "HANDOVER-ATTACHMENT-MISSING",
                        document(d -> d.put("attachment", "sha256:" + "a".repeat(64)))),
                fault("DISCREPANCY", "HANDOVER-COUNT-DIFFERS", item -> item.put("paperCount", 2)),
                fault("DISCREPANCY", "HANDOVER-FEES-DIFFER", item -> item.put("feesCollected", 7000)),
                fault(
                        "DISCREPANCY",
                        "HANDOVER-FEES-DIFFER",
                        fee(8000, "LP02").andThen(item -> item.put("feesCollected", 0))),
                fault(
                        "DISCREPANCY",
                        "HANDOVER-FEES-DIFFER",
                        fee(8000, "LP02").andThen(item -> item.remove("feesCollected"))),
                fault(
                        "DISCREPANCY",
                        "HANDOVER-FEE-ABOVE",
                        fee(9000, "LP02").andThen(item -> item.put("feesCollected", 9000))),
                fault(
                        "DISCREPANCY",
                        "HANDOVER-IDENTITY",
                        dossier(d -> ((ObjectNode) d.path("applicant")).put("personalId", "000000000001"))),
                fault("DISCREPANCY", "HANDOVER-TIME", dossier(d -> d.put("submittedAt", MadeUp.at(17, 0)))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatIsWrong_andHarmsNoNeighbour(String verdict, String code, Consumer<ObjectNode> change) {
        MadeUpManifest manifest = new MadeUpManifest()
                .with(MadeUp.number())
                .with(MadeUpManifest.parcel(), MadeUp.number(), change)
                .with(MadeUp.number());

        JsonNode items = WORLD.answer(manifest).path("items");

        assertThat(items.findValuesAsText("status")).as("%s", items).containsExactly("ACCEPTED", verdict, "ACCEPTED");
        JsonNode reason = items.path(1).path("reasons").path(0);
        assertThat(items.path(1).path("reasons").findValuesAsText("code")).contains(code);
        assertThat(reason.path("message").path("vi").asText()).isNotBlank();
        assertThat(reason.path("message").path("en").asText()).isNotBlank();
    }

    static Stream<Consumer<ObjectNode>> sound() {
        return Stream.of(
                item -> {},
                item -> item.remove("feesCollected"),
                item -> item.remove("documents"),
                item -> item.put("feesCollected", 8000),
                item -> item.put("paperCount", 1),
                fee(8000, "LP02").andThen(item -> item.put("feesCollected", 8000)),
                fee(8000, "LP02")
                        .andThen(item ->
                                item.putArray("feesCollected").addObject().put("amount", 8000)),
                document(d -> d.put("attachment", "https://buudien.example/tep/1.pdf")),
                dossier(d -> d.put("channel", "COUNTER").put("revision", 4)),
                dossier(d -> d.put("status", "ACCEPTED").put("acceptedAt", MadeUp.at(8, 0))),
                dossier(d -> d.put("unheardOf", true)),
                dossier(d -> ((ObjectNode) d.path("applicant")).put("personalId", "B1234567")));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void takesWhatIsSound(Consumer<ObjectNode> change) {
        Consumer<ObjectNode> whole = change.andThen(item -> {
            if (!item.has("documents")) {
                ((ObjectNode) item.path("dossier"))
                        .putArray("documents")
                        .addObject()
                        .put("name", "Tờ khai")
                        .put("componentCode", "TP01");
            }
        });
        JsonNode item = WORLD.only(new MadeUpManifest().with(MadeUpManifest.parcel(), MadeUp.number(), whole));

        assertThat(item.path("status").asText()).as("%s", item).isEqualTo("ACCEPTED");
        assertThat(item.path("reasons")).isEmpty();
    }

    @Test
    void saysThatTheStatusIsTheAgencys_andKeepsWhatTheAgencyMustSayOut() {
        String number = MadeUp.number();
        JsonNode item = WORLD.only(new MadeUpManifest()
                .with(
                        MadeUpManifest.parcel(),
                        number,
                        dossier(d -> d.put("status", "ACCEPTED").put("acceptedAt", MadeUp.at(8, 0)))));

        assertThat(item.path("notes").findValuesAsText("code")).contains("HANDOVER-STATUS-NOT-TAKEN");
        assertThat(WORLD.dossiers.register.find(number).orElseThrow().acceptedAt())
                .isNull();
    }

    @Test
    void keepsOutWhatOnlyTheAgencyOrThePortalCanSay() {
        String number = MadeUp.number();
        WORLD.take(new MadeUpManifest().with(MadeUpManifest.parcel(), number, dossier(d -> {
            d.put("parent", MadeUp.number()).put("test", true).put("verifiedByVneid", true);
            d.put("submittedAtPortal", true).put("onlinePayment", "PORTAL");
            d.putArray("databasesConsulted").add("CSDLDC");
            d.putArray("externalIds").add("parcel:RR999999999VN");
            d.putObject("national").put("GhiChu", "x");
        })));

        DossierContent told = WORLD.dossiers
                .register
                .content(WORLD.dossiers.register.find(number).orElseThrow())
                .orElseThrow();
        assertThat(told.national()).isEmpty();
        assertThat(told.databasesConsulted()).isEmpty();
        assertThat(told.externalIds()).hasSize(1).doesNotContain("parcel:RR999999999VN");
        assertThat(told.parent()).isNull();
        assertThat(told.test()).isNull();
        assertThat(told.verifiedByVneid()).isNull();
        assertThat(told.submittedAtPortal()).isNull();
        assertThat(told.onlinePayment()).isNull();
    }

    @Test
    void takesEachParcelAndEachDossierOnce_withinAManifest() {
        String parcel = MadeUpManifest.parcel();
        String number = MadeUp.number();
        JsonNode items = WORLD.answer(new MadeUpManifest()
                        .with(parcel, number, item -> {})
                        .with(parcel, MadeUp.number(), item -> {})
                        .with(number))
                .path("items");

        assertThat(items.findValuesAsText("status")).containsExactly("ACCEPTED", "REJECTED", "DISCREPANCY");
        assertThat(WORLD.dossiers.workItems(number).stream().map(item -> item.code()))
                .contains("HANDOVER-DOSSIER-CLAIMED");
    }

    @Test
    void comparesWhatTheMakerCounted() {
        MadeUpManifest manifest = new MadeUpManifest()
                .with(MadeUp.number())
                .head(head -> head.put("itemCount", 2).put("feesTotal", 1000));

        JsonNode answer = WORLD.answer(manifest);

        assertThat(answer.path("reasons").findValuesAsText("code"))
                .isEqualTo(List.of("HANDOVER-TOTAL-COUNT", "HANDOVER-TOTAL-FEES"));
        assertThat(answer.path("items").path(0).path("status").asText()).isEqualTo("ACCEPTED");
    }

    private static Arguments fault(String verdict, String code, Consumer<ObjectNode> change) {
        return Arguments.of(verdict, code, change);
    }

    private static Consumer<ObjectNode> dossier(Consumer<ObjectNode> change) {
        return item -> change.accept((ObjectNode) item.path("dossier"));
    }

    private static Consumer<ObjectNode> document(Consumer<ObjectNode> change) {
        return item -> change.accept((ObjectNode) item.path("documents").path(0));
    }

    private static Consumer<ObjectNode> fee(long amount, String code) {
        return dossier(dossier -> dossier.putArray("fees")
                .addObject()
                .put("code", code)
                .put("amount", amount)
                .put("kind", "FEE")
                .put("collectedBy", "POST"));
    }
}
