package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.TestDatabase;

/** A result whose seal is to be seen, and what a stranger with its QR code may know. */
class VisibleResultTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static DocumentWorld world;

    @BeforeAll
    static void open() {
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void showsItsSeal_andTheAddressWhereItIsVerified() throws Exception {
        UUID id = world.attachedVisibly(world.dossier(), pdf());
        while (world.seal()) {
            // until nothing is due
        }
        byte[] sealed =
                world.store.read(world.results.handedOut(id).orElseThrow().name());
        try (PDDocument document = Loader.loadPDF(sealed)) {
            document.getDocumentCatalog().getAcroForm().flatten();
            assertThat(new PDFTextStripper().getText(document)).contains("ĐÃ KÝ SỐ", "https://cong.example/verify");
        }
    }

    @Test
    void sealsXmlAsEver_whichNobodySees() {
        byte[] xml = "<KetQua><So>1</So></KetQua>".getBytes(StandardCharsets.UTF_8);
        UUID id = world.attachedVisibly(world.dossier(), xml);
        while (world.seal()) {
            // until nothing is due
        }
        assertThat(world.results.handedOut(id)).isPresent();
    }

    @Test
    void letsStrangersCompareEveryVersion_andKnowNothingElse() throws Exception {
        UUID id = world.attachedVisibly(world.dossier(), pdf());
        while (world.seal()) {
            // until nothing is due
        }
        IssuedResults.Issued issued = world.issued.find(id).orElseThrow();
        assertThat(issued.digests())
                .hasSize(2)
                .contains(world.results.handedOut(id).orElseThrow().name().hex());
        assertThat(world.issued.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void leadsToAPageThatExists_howeverTheAddressEnds() {
        UUID id = UUID.randomUUID();
        assertThat(VerificationAddress.of(java.net.URI.create("https://a.vn"), id))
                .isEqualTo(VerificationAddress.of(java.net.URI.create("https://a.vn/"), id))
                .hasToString("https://a.vn/verify/" + id);
    }

    private static byte[] pdf() throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
