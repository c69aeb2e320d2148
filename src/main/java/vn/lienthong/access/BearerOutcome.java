package vn.lienthong.access;

import vn.lienthong.kernel.Problem;

/** What the {@code Authorization: Bearer} header of a request came to. */
public sealed interface BearerOutcome {
    /** A valid token of a client that exists. */
    record Known(Caller caller) implements BearerOutcome {}

    /** The request carries no Bearer token. */
    record Missing() implements BearerOutcome {}

    /** It carries one that is not accepted: 401 with the reason. */
    record Refused(Problem problem) implements BearerOutcome {}
}
