package vn.lienthong.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Cuts a batch into its items without changing a byte: the elements of a JSON array, or the lines of NDJSON. Each slice
 * is read strictly later on its own, so that a bad item harms no other; an array whose own syntax is broken is refused
 * whole, because where its items end is then a guess.
 */
public final class JsonSlices {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxStringLength(20_000_000)
                    .build())
            .build();

    private JsonSlices() {}

    /** The items in order; refuses more than {@code most} with 422 {@code BATCH-TOO-LONG}. */
    public static List<byte[]> of(byte[] body, int most) {
        int first = 0;
        while (first < body.length && Character.isWhitespace(body[first])) {
            first++;
        }
        List<byte[]> slices = first < body.length && body[first] == '[' ? elements(body, most) : lines(body, most);
        if (slices.isEmpty()) {
            throw new ProblemException(
                    Problem.of(422, "BATCH-EMPTY", "Lô không có hồ sơ nào.", "The batch holds no dossier."));
        }
        return slices;
    }

    /** The elements of the JSON array that {@code body} is. */
    public static List<byte[]> elements(byte[] body, int most) {
        List<byte[]> slices = new ArrayList<>();
        if (isOfAnotherEncoding(body)) {
            throw broken(0);
        }
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw broken(1);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    throw broken(slices.size());
                }
                long start = parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                long end = parser.currentLocation().getByteOffset();
                add(slices, Arrays.copyOfRange(body, (int) start, (int) end), most);
            }
            if (parser.nextToken() != null) {
                throw broken(slices.size());
            }
            return slices;
        } catch (IOException syntax) {
            throw broken(slices.size());
        }
    }

    /** By a NUL among the first bytes, as the parser would tell; it then counts characters, not bytes. */
    private static boolean isOfAnotherEncoding(byte[] body) {
        for (int i = 0; i < Math.min(body.length, 4); i++) {
            if (body[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static List<byte[]> lines(byte[] body, int most) {
        List<byte[]> slices = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                byte[] line = Arrays.copyOfRange(body, start, i);
                if (!blank(line)) {
                    add(slices, line, most);
                }
                start = i + 1;
            }
        }
        return slices;
    }

    private static boolean blank(byte[] line) {
        for (byte one : line) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private static void add(List<byte[]> slices, byte[] slice, int most) {
        if (slices.size() == most) {
            throw new ProblemException(Problem.of(
                    422,
                    "BATCH-TOO-LONG",
                    "Mỗi lô có tối đa " + most + " hồ sơ.",
                    "A batch holds at most " + most + " dossiers."));
        }
        slices.add(slice);
    }

    private static ProblemException broken(int after) {
        return new ProblemException(Problem.of(
                400,
                "JSON-BROKEN",
                "Mảng JSON sai cú pháp sau phần tử thứ " + after + "; không nhận hồ sơ nào.",
                "The JSON array is broken after element " + after + "; no dossier was taken."));
    }
}
