package vn.lienthong.access.internal.login;

import vn.lienthong.access.Caller;

/** How far somebody's sign-in came. Only {@link SignedIn} opens any door; what is half way is a stranger everywhere else. */
sealed interface Stage {
    /** Nobody, or a sign-in that is over. */
    record Nobody() implements Stage {}

    /** The password was right. What is missing: the code, or a second factor at all. */
    record HalfWay(Caller caller, boolean enrolled) implements Stage {}

    /** In. */
    record SignedIn(Caller caller) implements Stage {}
}
