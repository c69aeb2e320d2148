package vn.lienthong.intake.compat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.intake.Outcome;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * An item on its way.
 *
 * @param index its place in the list, from 0
 * @param number what stood in {@code MaHoSo}, as far as it could be read
 */
record Handed(int index, String number, CompletableFuture<Outcome> outcome) {
    private static final Logger LOG = LoggerFactory.getLogger(Handed.class);

    /** Why the item is not stored, or not known to be; empty when it is. */
    Optional<Problem> problem() {
        return switch (outcome.state()) {
            case SUCCESS -> judged(outcome.resultNow());
            case FAILED -> Optional.of(failed(outcome.exceptionNow()));
            case RUNNING, CANCELLED -> Optional.of(CompatProblems.notYetStored());
        };
    }

    private static Optional<Problem> judged(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Replayed replayed -> throw new IllegalStateException("Items carry no key");
            case Outcome.Judged judged ->
                switch (judged.answer()) {
                    case DossierAnswer.Accepted accepted -> Optional.empty();
                    case DossierAnswer.Refused refused -> Optional.of(asTold(refused.problem()));
                };
        };
    }

    /** A foreign dossier gets one answer, which does not say whether it exists. */
    private static Problem asTold(Problem problem) {
        if (problem.status() == 403 || problem.status() == 404) {
            return CompatProblems.notPermitted();
        }
        try {
            ItemFaults.refuse(problem.code(), problem.errors());
            return problem;
        } catch (ProblemException named) {
            return named.problem();
        }
    }

    private static Problem failed(Throwable failure) {
        if (failure instanceof ProblemException refused) {
            return refused.problem();
        }
        LOG.error("Một phần tử không ghi được / an item could not be stored", failure);
        return CompatProblems.internal();
    }
}
