package vn.lienthong.post;

/** What a code of the post means for us. */
public enum PostMeaning {
    /** It has the order. */
    SUCCESS,
    /** Its final no to the content. */
    REFUSED,
    /** The token is over, nothing took effect. */
    SESSION,
    /** Too many calls, nothing took effect. */
    THROTTLED,
    /** It failed, surely without effect. */
    NOT_SENT,
    /** It failed, and may have taken effect. */
    MAYBE_SENT,
    /** A person must decide. */
    UNDECIDABLE
}
