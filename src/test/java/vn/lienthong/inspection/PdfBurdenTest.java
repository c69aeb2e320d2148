package vn.lienthong.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.SigningWorld;

class PdfBurdenTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    @Test
    void letsOrdinaryDocumentsThrough() throws Exception {
        assertThat(PdfBurden.tooHeavy(SigningWorld.pdf().bytes())).isFalse();
        assertThat(PdfBurden.tooHeavy(
                        SIGNING.signed("agency", SignatureFormat.PADES, SignatureLevel.LTA, SigningWorld.pdf())
                                .bytes()))
                .isFalse();
        byte[] noise = new byte[2_000_000];
        new Random(1).nextBytes(noise);
        assertThat(PdfBurden.tooHeavy(stream("/FlateDecode", packed(noise)))).isFalse();
        assertThat(PdfBurden.tooHeavy(
                        stream("/FlateDecode", packed("80 0 0 80 0 0 cm".getBytes(StandardCharsets.US_ASCII)))))
                .isFalse();
    }

    @Test
    void stopsWhatUnpacksToMoreThanOurMemory() throws Exception {
        byte[] bomb = packed(new byte[60 << 20]);
        assertThat(bomb).hasSizeLessThan(100_000);
        assertThat(PdfBurden.tooHeavy(stream("/FlateDecode", bomb))).isTrue();
        byte[] half = packed(new byte[30 << 20]);
        byte[] one = stream("/FlateDecode", half);
        byte[] two = new byte[one.length * 2];
        System.arraycopy(one, 0, two, 0, one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        assertThat(PdfBurden.tooHeavy(one)).isFalse();
        assertThat(PdfBurden.tooHeavy(two)).isTrue();
    }

    @Test
    void stopsWhatIsPackedTwice_orEncrypted() throws Exception {
        assertThat(PdfBurden.tooHeavy(stream("[/FlateDecode/FlateDecode]", packed(packed(new byte[20 << 20])))))
                .isTrue();
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            document.save(bytes);
            assertThat(PdfBurden.tooHeavy(bytes.toByteArray())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ASCIIHexDecode",
                "/AHx",
                "[/ASCII85Decode /FlateDecode]",
                "/LZWDecode",
                "/L#5AWDecode",
                "/#4c#5a#57Decode",
                "/RunLengthDecode",
                "[/Fl /RL]",
                "5 0 R",
                "%c\n5 0 R",
                "(%) /Filter /LZW",
                "[/FlateDecode]/F#69lter/LZW"
            })
    void stopsWhatItCannotMeasure_howeverItIsWritten(String filter) throws Exception {
        assertThat(PdfBurden.tooHeavy(stream(filter, packed(new byte[10])))).isTrue();
    }

    private static byte[] stream(String filter, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(("%PDF-1.7\n1 0 obj <</Filter " + filter + " /Length " + content.length + ">>\nstream\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        bytes.write(content);
        bytes.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static byte[] packed(byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
