package vn.lienthong.citizen;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Look-ups take turns at the database, so that hundreds of them leave its connections to whoever takes dossiers in. */
@Component
class DatabaseTurns {
    private final Semaphore turns;

    DatabaseTurns(CitizenProperties properties) {
        this.turns = new Semaphore(properties.databaseTurns(), true);
    }

    /** Does this in turn; refuses with 503 {@code GATEWAY-BUSY} when none comes within this patience. */
    <T> T take(Duration patience, Supplier<T> work) {
        boolean mine = false;
        try {
            mine = turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!mine) {
            throw new ProblemException(Problem.of(
                    503,
                    "GATEWAY-BUSY",
                    "Đang có quá nhiều lượt tra cứu, hãy gửi lại sau ít giây.",
                    "Too many look-ups at one time; send it again in a few seconds."));
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
