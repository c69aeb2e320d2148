package vn.lienthong.intake.compat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import vn.lienthong.kernel.ProblemException;

/** Insists on UTF-8 before anything reads the bytes, in a small buffer however long they are. */
final class PlainText {
    private static final int BUFFER = 8192;

    private PlainText() {}

    /** Refuses nothing at all, what is not UTF-8, and raw NULs (which would pass for another encoding). */
    static void require(byte[] body) {
        if (body.length == 0) {
            throw new ProblemException(CompatProblems.empty());
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(body);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            out.flip();
            if (result.isError() || hasNul(out)) {
                throw new ProblemException(CompatProblems.notUtf8());
            }
            out.clear();
        } while (result.isOverflow());
    }

    private static boolean hasNul(CharBuffer text) {
        return text.chars().anyMatch(c -> c == 0);
    }
}
