package vn.lienthong.signing;

import java.util.List;
import vn.lienthong.kernel.Bilingual;

/** What came of looking at a document for signatures. */
public sealed interface Verification {
    /** It carries signatures, each with its own verdict, in the order they stand. */
    record Judged(List<SignatureVerdict> signatures) implements Verification {
        /** Every signature passed, and what they cover together is the whole document. */
        public boolean passed() {
            return signatures.stream().allMatch(SignatureVerdict::passed)
                    && signatures.stream().anyMatch(SignatureVerdict::coversAll);
        }
    }

    /** It can be read and carries none. */
    record Unsigned(Bilingual why) implements Verification {}

    /** It is no document in which signatures could be looked for. */
    record Unreadable(Bilingual why) implements Verification {}
}
