package vn.lienthong.intake;

import vn.lienthong.dossier.DossierAnswer;

/** What the caller of one submission is told, after the commit. */
public sealed interface Outcome {
    /** Judged now. */
    record Judged(DossierAnswer answer) implements Outcome {}

    /** The key was used before: the same answer, or a mismatch. */
    record Replayed(StoredAnswer answer) implements Outcome {}
}
