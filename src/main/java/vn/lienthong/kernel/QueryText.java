package vn.lienthong.kernel;

import org.jspecify.annotations.Nullable;

/** Text that a caller put into a query and that is looked up in the database. */
public final class QueryText {
    /** What text the database can hold, as a pattern: no NUL, no half of a surrogate pair. */
    public static final String STORABLE = "[^\\x00\\p{Cs}]*";

    /** What text may go into an XML element as well: no control character, nothing that XML cannot say. */
    public static final String WRITABLE = "[^\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]*";

    private QueryText() {}

    /** The text as it is; refuses with 400 the one character that the database cannot hold. */
    public static @Nullable String of(@Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new ProblemException(Problem.of(
                    400,
                    "QUERY-TEXT",
                    "Tham số không được chứa ký tự NUL.",
                    "A parameter must not hold the character NUL."));
        }
        return text;
    }
}
