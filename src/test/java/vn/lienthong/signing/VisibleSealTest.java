package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.testing.OutsideTool;

/** A seal that people see on paper. */
class VisibleSealTest {
    private static final String PAGE = "https://lienthong.tinhmau.gov.vn/verify/0197c1de-0000-7000-8000-000000000001";
    private static final float TWENTY_MILLIMETRES = 56.7f;

    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    @TempDir
    private Path folder;

    @Test
    void showsWhoAndWhen_andAQrCodeThatLeadsToTheVerification() throws Exception {
        Content sealed = sealed(twoPages());
        assertThat(world.verdict(sealed).passed())
                .as("%s", world.verdict(sealed))
                .isTrue();
        assertThat(world.verdict(sealed).coversAll()).isTrue();
        try (PDDocument document = Loader.loadPDF(sealed.bytes())) {
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            assertThat(text(document))
                    .contains("ĐÃ KÝ SỐ", "Ký bởi: ", "phường Mẫu", "Thời gian ký: ", "+07:00")
                    .contains("https://lienthong.tinhmau.gov.vn/verify")
                    .doesNotContain("0197c1de");
            assertThat(qr(new PDFRenderer(document).renderImageWithDPI(1, 300))).isEqualTo(PAGE);
        }
    }

    @Test
    void staysInTheMarginThatOfficialPapersLeaveFree() throws Exception {
        try (PDDocument document = Loader.loadPDF(sealed(twoPages()).bytes())) {
            PDRectangle block = blocks(document).getFirst();
            assertThat(block.getUpperRightY()).isLessThan(TWENTY_MILLIMETRES);
            assertThat(block.getLowerLeftY()).isPositive();
            assertThat(block.getUpperRightX()).isLessThan(PDRectangle.A4.getWidth());
        }
    }

    @Test
    void findsAnotherPlace_whenASealStandsThereAlready_andSaysSoWhenThereIsNone() throws Exception {
        Content twice = sealed(sealed(twoPages()));
        assertThat(world.verifier().verify(twice))
                .isInstanceOfSatisfying(
                        Verification.Judged.class,
                        judged -> assertThat(judged.passed()).isTrue());
        try (PDDocument document = Loader.loadPDF(twice.bytes())) {
            List<PDRectangle> blocks = blocks(document);
            assertThat(blocks).hasSize(2);
            assertThat(blocks.get(0).getLowerLeftX())
                    .isGreaterThan(blocks.get(1).getUpperRightX());
        }
        assertThat(sign(twice)).isInstanceOf(SigningOutcome.Unsuitable.class);
    }

    @Test
    void isBelievedByAnotherReader() throws Exception {
        OutsideTool pdfsig = OutsideTool.of("pdfsig", folder);
        Files.write(folder.resolve("in.pdf"), sealed(twoPages()).bytes());
        assertThat(pdfsig.run("-nocert", "in.pdf").succeeds().text()).contains("Signature is Valid");
    }

    @Test
    void isNotThere_whenNobodyAskedForIt() throws Exception {
        Content plain = world.signed("agency", SignatureFormat.PADES, SignatureLevel.B, twoPages());
        try (PDDocument document = Loader.loadPDF(plain.bytes())) {
            assertThat(text(document)).doesNotContain("ĐÃ KÝ SỐ");
        }
    }

    @Test
    void hasATypefaceWithEveryVietnameseLetter() throws Exception {
        String letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
        try (PDDocument document = new PDDocument();
                PDPageContentStream page = new PDPageContentStream(document, added(document))) {
            page.setFont(PDType0Font.load(document, VietnameseFont.open()), 9);
            page.beginText();
            page.showText(letters + letters.toUpperCase(java.util.Locale.ROOT)); // throws where one is missing
            page.endText();
        }
    }

    private static PDPage added(PDDocument document) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return page;
    }

    private static Content sealed(Content pdf) {
        SigningOutcome outcome = sign(pdf);
        assertThat(outcome).isInstanceOf(SigningOutcome.Signed.class);
        return new Content("sealed.pdf", ((SigningOutcome.Signed) outcome).bytes());
    }

    private static SigningOutcome sign(Content pdf) {
        return world.signer()
                .sign(SigningRequest.of("agency", SignatureFormat.PADES, SignatureLevel.T, pdf)
                        .seenAs(new VisibleBlock(URI.create(PAGE))));
    }

    private static Content twoPages() throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            added(document);
            added(document);
            document.save(bytes);
            return new Content("result.pdf", bytes.toByteArray());
        }
    }

    private static List<PDRectangle> blocks(PDDocument document) throws Exception {
        return document.getPage(1).getAnnotations().stream()
                .map(PDAnnotation::getRectangle)
                .toList();
    }

    /** All text, that of the blocks too: they are no part of the page until they are laid into it. */
    private static String text(PDDocument document) throws Exception {
        if (document.getDocumentCatalog().getAcroForm() != null) {
            document.getDocumentCatalog().getAcroForm().flatten();
        }
        return new PDFTextStripper().getText(document);
    }

    private static String qr(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
