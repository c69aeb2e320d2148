package vn.lienthong.document;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.document.DoubtRepository.Doubtful;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.signing.Content;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * Judges results again whose signatures could not be confirmed, because those who tell of revocation were away: the work item
 * closes by itself once they are back, or another tells that the signature does not hold after all.
 */
@Component
class Rejudging {
    private static final Logger LOG = LoggerFactory.getLogger(Rejudging.class);
    private static final String DOUBTFUL = "RESULT-SIGNATURE-DOUBTFUL";
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 4;

    private final DoubtRepository doubts;
    private final ResultRepository results;
    private final FileStore store;
    private final Reception reception;
    private final WorkItems workItems;
    private final DocumentProperties settings;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;

    Rejudging(
            DoubtRepository doubts,
            ResultRepository results,
            FileStore store,
            Reception reception,
            WorkItems workItems,
            DocumentProperties settings,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.doubts = doubts;
        this.results = results;
        this.store = store;
        this.reception = reception;
        this.workItems = workItems;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** All that are due. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void look() {
        Optional<Doubtful> next = doubts.take();
        while (next.isPresent()) {
            judge(next.get());
            next = doubts.take();
        }
    }

    private void judge(Doubtful result) {
        Signatures now;
        try {
            Content received = new Content(
                    result.type().fileName(),
                    store.read(results.received(result.id()).orElseThrow().name()));
            now = reception.judge(received);
        } catch (ProblemException busy) {
            LOG.warn("Chưa kiểm lại được kết quả / a result could not be judged again: {}", result.id());
            doubts.postpone(result, SHORTEST);
            return;
        }
        switch (now.state()) {
            case PASSED ->
                transaction.executeWithoutResult(status -> {
                    doubts.judged(result, now);
                    if (!doubts.othersOfItsDossier(result)) {
                        workItems.settle(DOUBTFUL, result.dossierNumber(), "CONFIRMED");
                    }
                });
            case BROKEN ->
                transaction.executeWithoutResult(status -> {
                    doubts.judged(result, now);
                    workItems.open(List.of(broken(result)));
                });
            case DOUBTFUL, NONE -> later(result);
        }
    }

    private void later(Doubtful result) {
        if (clock.now().isAfter(result.receivedAt().plus(settings.judgeAgain()))) {
            doubts.giveUp(result);
            return;
        }
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(result.attempts() - 1, MOST_DOUBLINGS));
        doubts.postpone(result, pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    private static NewWorkItem broken(Doubtful result) {
        return new NewWorkItem(
                "RESULT-SIGNATURE-BROKEN",
                result.dossierNumber(),
                result.agency(),
                null,
                result.id(),
                new Bilingual(
                        "Chữ ký trên kết quả lúc nhận chưa xác minh được, nay biết là không đúng (chứng thư bị thu hồi hoặc chữ ký"
                                + " hỏng). Kết quả có thể đã gửi đi; từ nay không phát nữa. Hãy gửi bản đúng và báo nơi đã nhận.",
                        "A signature on the result could not be confirmed when it came and is now known not to hold. The result may"
                                + " have gone out; it is handed out no more. Send the right one and tell who received it."));
    }
}
