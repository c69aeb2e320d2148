package vn.lienthong.kernel;

import java.util.List;

/**
 * What went wrong with a request, for people and programs (RFC 9457). {@code code} is {@code AREA-REASON} and stays
 * stable; {@code pointer} of an error is a JSON Pointer (RFC 6901) into the body, empty for the whole.
 */
public record Problem(int status, String code, Bilingual text, List<FieldError> errors) {
    /** One finding inside the request. */
    public record FieldError(String pointer, String code, Bilingual text) {}

    /** A problem without findings of its own. */
    public static Problem of(int status, String code, String vi, String en) {
        return new Problem(status, code, new Bilingual(vi, en), List.of());
    }

    /** The same problem, naming one place in the body. */
    public static Problem at(int status, String code, String pointer, String vi, String en) {
        Bilingual text = new Bilingual(vi, en);
        return new Problem(status, code, text, List.of(new FieldError(pointer, code, text)));
    }
}
