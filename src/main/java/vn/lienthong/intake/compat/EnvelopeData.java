package vn.lienthong.intake.compat;

import java.util.List;

/** What stands as the list of items. */
sealed interface EnvelopeData {
    /** Nothing. */
    record Absent() implements EnvelopeData {}

    /** Something that is no list. */
    record NotAList() implements EnvelopeData {}

    /** The items; those above the limit are counted and not kept. */
    record Items(List<Envelope.Slice> slices, int count) implements EnvelopeData {}
}
