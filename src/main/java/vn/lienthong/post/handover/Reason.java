package vn.lienthong.post.handover;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;

/**
 * Why an item is taken as it is.
 *
 * @param pointer the place below the item, a JSON Pointer; null for the whole
 * @param verdict what it leads to; {@link Verdict#ACCEPTED} makes it a note that changes nothing
 */
record Reason(String code, @Nullable String pointer, Bilingual message, Verdict verdict) {
    static Reason rejected(String code, @Nullable String pointer, String vi, String en) {
        return new Reason(code, pointer, new Bilingual(vi, en), Verdict.REJECTED);
    }

    static Reason discrepancy(String code, @Nullable String pointer, String vi, String en) {
        return new Reason(code, pointer, new Bilingual(vi, en), Verdict.DISCREPANCY);
    }

    static Reason note(String code, @Nullable String pointer, String vi, String en) {
        return new Reason(code, pointer, new Bilingual(vi, en), Verdict.ACCEPTED);
    }

    /** What a refusal of the wall or of the dossiers' rules says, each finding for itself. */
    static List<Reason> of(Problem problem, String below) {
        return problem.errors().isEmpty()
                ? List.of(new Reason(problem.code(), null, problem.text(), Verdict.REJECTED))
                : of(problem.errors().stream(), below);
    }

    static List<Reason> of(Stream<Problem.FieldError> errors, String below) {
        return errors.map(error -> new Reason(error.code(), below + error.pointer(), error.text(), Verdict.REJECTED))
                .toList();
    }
}
