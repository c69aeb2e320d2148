package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.lienthong.kernel.ProblemException;

/** Turns at the database. */
class DatabaseTurnsTest {
    @Test
    @Timeout(20)
    void waitsNoLongerThanThisLookUpMay_thoughTheDeadlineIsLonger() {
        DatabaseTurns turns = new DatabaseTurns(new CitizenProperties(Duration.ofHours(1), 1));

        turns.take(Duration.ZERO, () -> {
            var other = CompletableFuture.runAsync(() -> turns.take(Duration.ofMillis(1), () -> "never"));
            assertThatThrownBy(other::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            busy -> assertThat(busy.problem().code()).isEqualTo("GATEWAY-BUSY"));
            return "done";
        });

        assertThat(turns.<String>take(Duration.ZERO, () -> "free again")).isEqualTo("free again");
    }
}
