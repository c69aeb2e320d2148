package vn.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.testing.TestDatabase;

/** One node pulls at a time, when it is due or asked for. */
class CataloguePullsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Bilingual DONE = new Bilingual("Xong", "Done");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final BookWorld WORLD = new BookWorld(DATABASE);

    private final CataloguePulls pulls = WORLD.pulls;

    @BeforeEach
    void forget() {
        WORLD.clear();
    }

    @Test
    void givesTheTurnToOneNode_untilItEndsOrItsTimeIsOver() {
        UUID first = pulls.begin(true, LONG).orElseThrow();
        assertThat(pulls.begin(true, LONG)).isEmpty();
        WORLD.clock.advance(Duration.ofSeconds(50));
        assertThat(pulls.goOn(first, LONG)).isTrue();
        WORLD.clock.advance(Duration.ofSeconds(50));
        assertThat(pulls.begin(true, LONG)).isEmpty();
        WORLD.clock.advance(Duration.ofSeconds(20));
        assertThat(pulls.begin(true, LONG)).isPresent();
        assertThat(pulls.goOn(first, LONG)).isFalse();
    }

    @Test
    void comesRound_onlyWhereThereAreRounds() {
        assertThat(pulls.begin(false, LONG)).isEmpty();
        UUID turn = pulls.begin(true, LONG).orElseThrow();
        pulls.end(turn, true, DONE, Duration.ofHours(24));
        assertThat(pulls.begin(true, LONG)).isEmpty();
        WORLD.clock.advance(Duration.ofHours(25));
        assertThat(pulls.begin(true, LONG)).isPresent();
    }

    @Test
    void answersEachAsking_alsoOneThatComesWhileAPullRuns() {
        pulls.askNow("operator");
        UUID turn = pulls.begin(false, LONG).orElseThrow();
        pulls.askNow("lead");
        pulls.end(turn, true, DONE, LONG);
        UUID second = pulls.begin(false, LONG).orElseThrow();
        pulls.end(second, false, DONE, LONG);
        assertThat(pulls.begin(false, LONG)).isEmpty();
        assertThat(pulls.standing()).satisfies(standing -> {
            assertThat(standing.outcome()).isEqualTo("REFUSED");
            assertThat(standing.detail()).isEqualTo(DONE);
            assertThat(standing.underWay()).isFalse();
        });
    }

    @Test
    void endsNothing_whenTheTurnIsAnothersByNow() {
        UUID first = pulls.begin(true, LONG).orElseThrow();
        WORLD.clock.advance(LONG.multipliedBy(2));
        UUID second = pulls.begin(true, LONG).orElseThrow();
        pulls.end(first, false, DONE, LONG);
        assertThat(pulls.goOn(second, LONG)).isTrue();
    }
}
