package vn.lienthong.catalogue;

import java.util.List;
import vn.lienthong.kernel.Bilingual;

/** What became of a catalogue that was told. */
public sealed interface PullOutcome {
    /**
     * Taken in; all zero where nothing was new. {@code gone}: procedures that end today; {@code orphans}: agencies told no
     * more, which go on until the province names their successors.
     */
    record Taken(int added, int changed, int gone, List<String> orphans) implements PullOutcome {}

    /** Nothing was changed, and why. */
    record Refused(Bilingual why) implements PullOutcome {}

    /** Nothing was changed: the turn went to another node meanwhile. */
    record Late() implements PullOutcome {}
}
