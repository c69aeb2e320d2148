package vn.lienthong.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The calls of the load: one text made once, in which only the dossier's sequence number changes, twice. */
final class Calls {
    /** Stands in the body where each dossier differs. */
    static final String VARYING = "0000000";

    private final byte[] text;
    private final int inPath;
    private final int inBody;
    private int next;

    Calls(String authority, String token, byte[] body, String prefix, int first) {
        String head = "PUT /v1/dossiers/" + prefix + VARYING + " HTTP/1.1\r\nHost: " + authority
                + "\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
        text = Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, text, bytes.length, body.length);
        inPath = head.indexOf(prefix + VARYING) + prefix.length();
        int found = new String(body, StandardCharsets.ISO_8859_1).indexOf("#" + VARYING);
        inBody = bytes.length + found + 1;
        next = first;
    }

    /** The next call; the array belongs to the caller. */
    byte[] next() {
        byte[] call = text.clone();
        int number = next++;
        for (int i = VARYING.length() - 1; i >= 0; i--) {
            byte digit = (byte) ('0' + number % 10);
            call[inPath + i] = digit;
            call[inBody + i] = digit;
            number /= 10;
        }
        return call;
    }
}
