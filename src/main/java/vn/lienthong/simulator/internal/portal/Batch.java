package vn.lienthong.simulator.internal.portal;

import java.util.Arrays;
import java.util.Optional;

/** What one bad item in a list does to the others. */
enum Batch {
    /** Each item stands alone and is named in the reply. */
    PER_ITEM("per-item"),
    /** One bad item and nothing takes effect; the reply names no item. */
    ALL_OR_NOTHING("all-or-nothing"),
    /** What stands before the first bad item takes effect; the reply names no item. */
    FIRST_ERROR("first-error");

    private final String word;

    Batch(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<Batch> of(String word) {
        return Arrays.stream(values()).filter(batch -> batch.word.equals(word)).findFirst();
    }
}
