package vn.lienthong.post.tracking;

import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/**
 * What became of one event.
 *
 * @param eventId null where the event had none that reads
 * @param code why it was refused, or what is special about it
 */
record Taken(
        @Nullable String eventId,
        Outcome outcome,
        @Nullable String code,
        @Nullable Bilingual text) {
    /** How it ended. */
    enum Outcome {
        ACCEPTED,
        REPEATED,
        REFUSED
    }

    static Taken accepted(String eventId) {
        return new Taken(eventId, Outcome.ACCEPTED, null, null);
    }

    static Taken repeated(String eventId) {
        return new Taken(eventId, Outcome.REPEATED, null, null);
    }

    static Taken refused(@Nullable String eventId, String code, String vi, String en) {
        return new Taken(eventId, Outcome.REFUSED, code, new Bilingual(vi, en));
    }
}
