package vn.lienthong.access.internal.factor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.security.SecureRandom;
import java.util.Map;
import org.apache.commons.codec.binary.Base32;
import org.springframework.web.util.UriComponentsBuilder;

/** What an app and we share, 160 bits (RFC 4226, 4 R6), as it is handed over: typed, by link or by picture. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Secret(byte[] bytes) {
    private static final int LENGTH = 20;

    /** A new one. */
    public static Secret make(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    /** In Base32, four by four. */
    public String typed() {
        return base32().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** As apps read it: who has it, at what. */
    public String link(String gateway, String operator) {
        return UriComponentsBuilder.fromUriString("otpauth://totp/")
                .pathSegment("{gateway}:{operator}")
                .queryParam("secret", "{secret}")
                .queryParam("issuer", "{issuer}")
                .encode()
                .buildAndExpand(gateway, operator, base32(), gateway)
                .toUriString();
    }

    /** The same as a picture: the outline of a QR code's dark squares, each of size 1. */
    public Picture picture(String gateway, String operator) {
        try {
            BitMatrix code = new QRCodeWriter()
                    .encode(
                            link(gateway, operator),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new Picture(code.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code for this name", tooLong);
        }
    }

    private String base32() {
        return new Base32().encodeToString(bytes).replace("=", "");
    }

    @Override
    public String toString() {
        return "secret";
    }

    /**
     * A picture of lines.
     *
     * @param size width and height, with the border that readers need
     * @param path as SVG writes it
     */
    public record Picture(int size, String path) {}
}
