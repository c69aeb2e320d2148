package vn.lienthong.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealedPdfTest {
    @Test
    void finds_theRunOfZerosThatWasLeftForTheSignature() {
        assertThat(SealedPdf.gap(bytes("%PDF /Contents <000000>"), 0, 6)).isEqualTo(16);
        assertThat(SealedPdf.gap(bytes("%PDF /Contents <000000>"), 0, 4)).isEqualTo(16);
    }

    @Test
    void finds_nothing_whereTheRoomIsTooSmallOrTheFileEndsInsideIt() {
        assertThat(SealedPdf.gap(bytes("%PDF /Contents <000000>"), 0, 8)).isEqualTo(-1);
        assertThat(SealedPdf.gap(bytes("%PDF /Contents <0000"), 0, 6)).isEqualTo(-1);
        assertThat(SealedPdf.gap(bytes("%PDF <"), 0, 2)).isEqualTo(-1);
    }

    @Test
    void passesOver_whatALongerDocumentBroughtWithIt() {
        String own = "%PDF <000000>";
        assertThat(SealedPdf.gap(bytes(own + " /Contents <000000>"), own.length(), 6))
                .isEqualTo(own.length() + 12);
    }

    @Test
    void doesNotChoose_betweenTwoGaps() {
        assertThat(SealedPdf.gap(bytes("%PDF <000000> /Contents <000000>"), 0, 6))
                .isEqualTo(-1);
        assertThat(SealedPdf.gap(bytes("%PDF <<000000>"), 0, 6)).isEqualTo(7);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
