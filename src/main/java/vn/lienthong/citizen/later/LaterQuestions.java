package vn.lienthong.citizen.later;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * The queue of questions to ask again. While one waits its dossier is marked by the open work item {@code REGISTER-LATER};
 * how it ended is told by another one, which reaches the agency's inbox, too.
 */
@Component
public class LaterQuestions {
    private static final String WAITS = "REGISTER-LATER";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(90);

    private final LaterRepository rows;
    private final WorkItems workItems;
    private final TransactionTemplate transaction;
    private final LaterProperties settings;
    private final GatewayClock clock;

    LaterQuestions(
            LaterRepository rows,
            WorkItems workItems,
            TransactionTemplate transaction,
            LaterProperties settings,
            GatewayClock clock) {
        this.rows = rows;
        this.workItems = workItems;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Until when a question of now is asked again. */
    public Instant giveUpAt(Instant now) {
        return now.plus(settings.until());
    }

    /** Queues this in the caller's transaction and marks the dossier. */
    public void add(LaterQuestion question) {
        if (rows.add(question, clock.now().plus(settings.first()))) {
            workItems.open(List.of(item(
                    WAITS,
                    question,
                    new Bilingual(
                            "Cơ sở dữ liệu chưa trả lời (tra cứu " + question.id()
                                    + "): cổng sẽ tự hỏi lại; hồ sơ vẫn được giải quyết, không phải chờ.",
                            "The register has not answered (look-up " + question.id()
                                    + "): the gateway asks again by itself; the dossier goes on meanwhile."))));
        }
    }

    /** One that is due, now this node's for a while. */
    Optional<LaterQuestion> take() {
        Instant now = clock.now();
        return Optional.ofNullable(transaction.execute(status -> rows.take(now, now.plus(LEASE))))
                .flatMap(found -> found);
    }

    /** Puts it back, or ends it for good when its time is over. */
    void unanswered(LaterQuestion question, String reason) {
        Instant next = clock.now().plus(settings.after(question.attempts()));
        if (next.isBefore(question.giveUpAt())) {
            rows.again(question.id(), next);
            return;
        }
        end(
                question,
                "UNVERIFIED",
                "REGISTER-UNVERIFIED",
                new Bilingual(
                        "Cơ sở dữ liệu vẫn không trả lời sau nhiều lần hỏi lại (" + reason + ", tra cứu "
                                + question.id() + "): nhận giấy tờ, không từ chối hồ sơ.",
                        "The register still gives no answer after many tries (" + reason + ", look-up " + question.id()
                                + "): take the paper and do not refuse the dossier."));
    }

    /** It was answered, by this look-up. */
    void answered(LaterQuestion question, String outcome, UUID lookUp) {
        boolean matched = outcome.equals("MATCHED");
        end(
                question,
                outcome,
                // what differs has opened its own item
                matched ? "REGISTER-VERIFIED" : null,
                new Bilingual(
                        "Cơ sở dữ liệu đã xác nhận (tra cứu " + lookUp + "): tra cứu lại để xem, không yêu cầu giấy.",
                        "The register has confirmed it (look-up " + lookUp + "): look up again to read it; ask for no"
                                + " paper."));
    }

    /** It has no reason any more: the dossier is closed, or the caller may not ask. */
    void refused(LaterQuestion question, String code) {
        end(question, "REFUSED " + code, null, new Bilingual("", ""));
    }

    void forget() {
        rows.forget(clock.now(), KEPT);
    }

    private void end(LaterQuestion question, String outcome, @Nullable String code, Bilingual detail) {
        transaction.executeWithoutResult(status -> {
            if (!rows.end(question.id(), outcome, clock.now())) {
                return; // another node did, when our lease was over
            }
            if (!rows.waits(question.dossierNumber())) {
                workItems.settle(WAITS, question.dossierNumber(), outcome);
            }
            if (code != null) {
                workItems.open(List.of(item(code, question, detail)));
            }
        });
    }

    private static NewWorkItem item(String code, LaterQuestion question, Bilingual detail) {
        return new NewWorkItem(code, question.dossierNumber(), question.agency(), null, null, detail);
    }
}
