package vn.lienthong.access.internal.factor;

import java.time.Instant;

/** What a typed code came to. */
public sealed interface Judged {
    /** It opens. */
    record Right(How how) implements Judged {}

    /** By what. */
    enum How {
        TOTP,
        RECOVERY_CODE
    }

    /** It was right, and has been taken before. */
    record Used() implements Judged {}

    /** It was right so many minutes ago: typed too late, or the clock of the phone is behind. */
    record Late(long minutes) implements Judged {}

    /** It opens nothing. */
    record Wrong() implements Judged {}

    /** Too many were wrong: a code of the app was not looked at, and it is no recovery code either. */
    record Locked(Instant until) implements Judged {}

    /** There is no second factor (any more). */
    record None() implements Judged {}
}
