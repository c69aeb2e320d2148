package vn.lienthong.civilstatus.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an answer of the civil-status platform means for us; the words of the reply table. */
public enum Meaning {
    /** It has the dossier, now or already. */
    TAKEN,
    /** The final no to the content. */
    REFUSED,
    /** Does not hold this dossier. */
    UNKNOWN,
    /** Our identity is refused; nothing took effect. */
    SESSION,
    /** Too many calls; nothing took effect. */
    THROTTLED,
    /** Failed without effect. */
    @JsonProperty("not-sent")
    NOT_SENT,
    /** Failed, with or without effect. */
    @JsonProperty("maybe-sent")
    MAYBE_SENT,
    /** A person decides. */
    UNDECIDABLE
}
