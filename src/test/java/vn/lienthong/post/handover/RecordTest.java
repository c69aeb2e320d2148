package vn.lienthong.post.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.signing.Verification;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** The record of a hand-over: readable Vietnamese under a seal that holds, made once. */
class RecordTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static HandoverWorld world;

    @BeforeAll
    static void open() {
        world = new HandoverWorld(DATABASE);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void saysEverythingInVietnamese_underASealThatHolds() throws Exception {
        String number = MadeUp.number();
        String parcel = MadeUpManifest.parcel();
        MadeUpManifest manifest = new MadeUpManifest()
                .with(number)
                .with(parcel, null, item -> item.put("feesCollected", 8000).putArray("documents"))
                .with(MadeUpManifest.parcel(), null, item -> item.remove("dossier"));
        var answer = world.answer(manifest);

        assertThat(world.seal(SIGNING.signer())).isTrue();

        byte[] pdf = record(manifest);
        var verdict = (Verification.Judged) SIGNING.verifier().verify(new Content("bien-ban.pdf", pdf));
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.signatures()).singleElement().satisfies(seal -> {
            assertThat(seal.stamped()).isTrue();
            assertThat(seal.coversAll()).isTrue();
        });
        assertThat(text(pdf))
                .contains("BIÊN BẢN GIAO NHẬN HỒ SƠ QUA DỊCH VỤ BƯU CHÍNH CÔNG ÍCH")
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Bưu cục Buôn Ma Thuột (630000)")
                .contains("Nguyễn Thị Mẫu")
                .contains("Đường")
                .contains("Đăng ký khai sinh")
                .contains(parcel)
                .contains("Tiếp nhận")
                .contains("Cần đối chiếu")
                .contains("Không nhận")
                .contains("tiếp nhận 1; cần đối chiếu 1; không nhận 1")
                .contains("8.000 đồng")
                .contains(answer.path("digest").asText().substring("sha256:".length()))
                .contains("ĐẠI DIỆN BÊN GIAO");
        assertThat(world.seal(SIGNING.signer())).isFalse();
    }

    @Test
    void isMadeOnce_whenTwoNodesAreAtIt() {
        MadeUpManifest manifest = new MadeUpManifest().with(MadeUp.number());
        world.take(manifest);
        RecordRepository.Unsealed both = world.records.take().orElseThrow();

        assertThat(world.records.sealed(both, RecordRepository.SEALED, new byte[] {1}, null))
                .isTrue();
        assertThat(world.records.sealed(both, RecordRepository.SEALED, new byte[] {2}, null))
                .isFalse();

        assertThat(record(manifest)).containsExactly(1);
    }

    @Test
    void isTakenUpByAnother_whenANodeDiesOverIt() {
        MadeUpManifest manifest = new MadeUpManifest().with(MadeUp.number());
        world.take(manifest);
        assertThat(world.records.take()).isPresent();
        assertThat(world.records.take()).isEmpty();

        world.dossiers.clock.advance(Duration.ofMinutes(3));

        assertThat(world.seal(SIGNING.signer())).isTrue();
        assertThat(record(manifest)).isNotNull();
        world.dossiers.clock.reset();
    }

    @Test
    void goesOutWithoutATimeStampAfterTheWait_andTheStampedOneFollows() {
        MadeUpManifest manifest = new MadeUpManifest().with(MadeUp.number());
        world.take(manifest);
        var noAuthority = SIGNING.signer(SIGNING.settings(HttpDouble.nobody().toString(), SigningWorld.ROOT));

        world.seal(noAuthority);
        assertThat(record(manifest)).isNull();
        world.dossiers.clock.advance(Duration.ofMinutes(11));
        world.seal(noAuthority);
        assertThat(state(manifest)).isEqualTo("SEALED_WITHOUT_TIME");
        byte[] first = record(manifest);
        world.dossiers.clock.advance(Duration.ofMinutes(6));
        world.seal(SIGNING.signer());

        assertThat(state(manifest)).isEqualTo("SEALED");
        assertThat(record(manifest)).isNotEqualTo(first);
        world.dossiers.clock.reset();
    }

    @Test
    void printsWhateverANameHolds() throws Exception {
        MadeUpManifest manifest = new MadeUpManifest()
                .with(
                        MadeUpManifest.parcel(),
                        null,
                        item -> ((com.fasterxml.jackson.databind.node.ObjectNode)
                                        item.path("dossier").path("applicant"))
                                .put("name", "Ông 😀 中 \t\n " + "dài".repeat(60)));
        world.take(manifest);

        assertThat(world.seal(SIGNING.signer())).isTrue();
        assertThat(text(record(manifest))).contains("Ông ? ?");
    }

    private static byte[] record(MadeUpManifest manifest) {
        return world.records.find(id(manifest)).pdf();
    }

    private static String state(MadeUpManifest manifest) {
        return world.records.find(id(manifest)).state();
    }

    private static UUID id(MadeUpManifest manifest) {
        return world.handovers.find("vnpost", manifest.number()).orElseThrow().id();
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
