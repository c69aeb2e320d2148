package vn.lienthong.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list in keyset order; {@code next} is the key to pass as {@code after} for what follows, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {
    private static final int MOST = 500;

    /** The size of a page as a caller asked for it; refuses with 400 {@code PAGE-LIMIT} one outside of 1 to 500. */
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new ProblemException(Problem.of(
                    400, "PAGE-LIMIT", "limit phải từ 1 đến " + MOST + ".", "limit must be 1 to " + MOST + "."));
        }
        return asked;
    }
}
