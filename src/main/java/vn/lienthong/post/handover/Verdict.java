package vn.lienthong.post.handover;

/** How an item of a manifest is taken; a later one is worse. */
enum Verdict {
    /** Handed over and submitted. */
    ACCEPTED,
    /** Handed over; an officer must compare it with the papers before it is submitted. */
    DISCREPANCY,
    /** Not handed over: it goes back to the post. */
    REJECTED;

    Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
