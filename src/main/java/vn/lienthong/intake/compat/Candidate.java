package vn.lienthong.intake.compat;

import vn.lienthong.intake.Submission;
import vn.lienthong.kernel.Problem;

/** An item as far as it can be judged without knowing its dossier. */
sealed interface Candidate {
    /** To be handed in. */
    record Ready(Submission submission) implements Candidate {}

    /**
     * Not to be stored.
     *
     * @param number what stood in {@code MaHoSo}, as far as it could be read
     */
    record Refused(String number, Problem problem) implements Candidate {}
}
