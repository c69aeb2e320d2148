package vn.lienthong.document;

import java.util.List;
import vn.lienthong.signing.SignatureVerdict;
import vn.lienthong.signing.Verification;

/** What the signatures that a document brought along were found to be. */
public record Signatures(State state, List<SignatureVerdict> verdicts) {
    /** All of them taken together. */
    public enum State {
        /** There is none. */
        NONE,
        /** All hold and cover the document. */
        PASSED,
        /** None is known to be broken, but not everything that must hold could be shown. */
        DOUBTFUL,
        /** One is broken, or the document was changed after it was signed. */
        BROKEN
    }

    static Signatures none() {
        return new Signatures(State.NONE, List.of());
    }

    static Signatures of(Verification.Judged judged) {
        return new Signatures(state(judged), judged.signatures());
    }

    private static State state(Verification.Judged judged) {
        if (judged.passed()) {
            return State.PASSED;
        }
        boolean broken = judged.signatures().stream()
                .anyMatch(verdict -> verdict.indication() == SignatureVerdict.Indication.TOTAL_FAILED);
        boolean covered = judged.signatures().stream().anyMatch(SignatureVerdict::coversAll);
        return broken || !covered ? State.BROKEN : State.DOUBTFUL;
    }
}
