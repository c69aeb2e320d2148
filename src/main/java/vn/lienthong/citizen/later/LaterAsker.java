package vn.lienthong.citizen.later;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Callers;
import vn.lienthong.access.Scopes;
import vn.lienthong.citizen.LookUpAnswer;
import vn.lienthong.citizen.LookUpRequest;
import vn.lienthong.citizen.LookUps;
import vn.lienthong.kernel.ProblemException;

/**
 * Asks again, in the name of the officer who asked: with the same reason, judged anew, and on record as a look-up of its own.
 * A node that ends while it asks leaves the question to the others.
 */
@Component
public class LaterAsker {
    private static final Logger LOG = LoggerFactory.getLogger(LaterAsker.class);
    private static final int AT_A_TIME = 20;

    private final LaterQuestions questions;
    private final LookUps lookUps;
    private final Callers callers;
    private final ObjectMapper json;

    LaterAsker(LaterQuestions questions, LookUps lookUps, Callers callers, ObjectMapper json) {
        this.questions = questions;
        this.lookUps = lookUps;
        this.callers = callers;
        this.json = json;
    }

    /** Asks what is due. */
    @Scheduled(fixedDelay = 10_000)
    public void askAgain() {
        for (int asked = 0; asked < AT_A_TIME; asked++) {
            Optional<LaterQuestion> due = questions.take();
            if (due.isEmpty()) {
                return;
            }
            ask(due.get());
        }
    }

    /** Forgets what ended long ago. */
    @Scheduled(fixedDelay = 3_600_000)
    void forget() {
        questions.forget();
    }

    private void ask(LaterQuestion due) {
        Optional<Caller> caller = callers.byClientId(due.client()).filter(found -> found.has(Scopes.CITIZEN_LOOKUP));
        if (caller.isEmpty()) {
            questions.refused(due, "ACCESS-SCOPE");
            return;
        }
        try {
            LookUpAnswer answer = lookUps.ask(read(due).once(), caller.get());
            LookUpAnswer.Reason reason = answer.reason();
            if (answer.match() == LookUpAnswer.Match.UNVERIFIED) {
                questions.unanswered(due, reason == null ? "" : reason.code());
            } else {
                questions.answered(due, answer.match().name(), answer.lookUpId());
            }
        } catch (ProblemException refused) {
            if (refused.problem().status() >= 500) {
                questions.unanswered(due, refused.problem().code());
                return;
            }
            LOG.info(
                    "Không hỏi lại {} nữa / not asked again: {}",
                    due.id(),
                    refused.problem().code());
            questions.refused(due, refused.problem().code());
        }
    }

    private LookUpRequest read(LaterQuestion due) {
        try {
            return json.readValue(due.question(), LookUpRequest.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
