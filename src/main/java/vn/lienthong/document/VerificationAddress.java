package vn.lienthong.document;

import java.net.URI;
import java.util.UUID;

/** Where everybody can have a document verified; a QR code on a result leads to the page about that result. */
public final class VerificationAddress {
    /** Path of the page. */
    public static final String PATH = "/verify";

    private VerificationAddress() {}

    static URI of(URI publicAddress, UUID result) {
        String begin = publicAddress.toString();
        return URI.create((begin.endsWith("/") ? begin.substring(0, begin.length() - 1) : begin) + PATH + "/" + result);
    }
}
