package vn.lienthong.catalogue.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.catalogue.calendar.Moments.WARD;
import static vn.lienthong.catalogue.calendar.Moments.at;
import static vn.lienthong.catalogue.calendar.Moments.local;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.catalogue.calendar.Term.Unit;
import vn.lienthong.kernel.GatewayClock;

/** When terms end. */
class TermTest {
    private static final LocalTime THREE = LocalTime.of(15, 0);

    @ParameterizedTest
    @CsvSource({
        // within the day; after 15:00 only where the procedure says so
        "2026-11-20T09:00,SAME_DAY,1,15:00,2026-11-20T17:00",
        "2026-11-20T15:00,SAME_DAY,1,15:00,2026-11-20T17:00",
        "2026-11-20T15:01,SAME_DAY,1,15:00,2026-11-23T17:00",
        "2026-11-20T15:01,SAME_DAY,1,,2026-11-20T17:00",
        "2026-11-20T18:00,SAME_DAY,1,,2026-11-23T17:00",
        "2026-11-21T09:00,SAME_DAY,1,15:00,2026-11-23T17:00",
        // working days begin after the day of reception
        "2026-11-20T09:00,WORKING_DAY,1,,2026-11-23T17:00",
        "2026-11-20T15:30,WORKING_DAY,1,15:00,2026-11-25T17:00",
        "2026-11-20T09:00,WORKING_DAY,3,,2026-11-26T17:00",
        "2026-02-13T09:00,WORKING_DAY,2,,2026-02-24T17:00",
        "2026-08-21T09:00,WORKING_DAY,1,,2026-08-22T17:00",
        "2026-08-28T09:00,WORKING_DAY,1,,2026-09-03T17:00",
        // an online dossier is answered within eight working hours, a hospital's notice shared within four
        "2026-11-20T21:00,WORKING_HOUR,8,,2026-11-23T17:00",
        "2026-11-20T14:00,WORKING_HOUR,8,,2026-11-23T14:00",
        "2026-11-20T15:00,WORKING_HOUR,4,,2026-11-23T10:00",
        "2026-11-20T16:00,WORKING_HOUR,2,,2026-11-23T09:00",
        // days and months of the calendar roll on to a working day
        "2026-11-20T09:00,DAY,5,,2026-11-25T17:00",
        "2026-11-20T09:00,DAY,2,,2026-11-23T17:00",
        "2026-11-20T09:00,DAY,4,,2026-11-25T17:00",
        "2026-01-30T09:00,MONTH,1,,2026-03-02T17:00",
        "2026-03-31T09:00,MONTH,1,,2026-05-04T17:00"
    })
    void ends(String received, Unit unit, int amount, String nextDayAfter, String due) {
        Term term = new Term(amount, unit, nextDayAfter == null ? null : LocalTime.parse(nextDayAfter));

        assertThat(local(term.due(at(received), WARD).at())).isEqualTo(due);
        assertThat(term.due(at(received), WARD).certain()).isTrue();
    }

    @Test
    void sumsTheStepsOfAProcessToItsWhole() {
        int steps = IntStream.of(4, 4, 112, 24, 16, 8)
                .map(hours -> Term.of(hours, Unit.WORKING_HOUR).workingHours())
                .sum();
        int halves = Stream.of("0.5", "1", "5")
                .map(Term::ofDays)
                .mapToInt(Term::workingHours)
                .sum();

        assertThat(steps)
                .isEqualTo(Term.of(21, Unit.WORKING_DAY).workingHours())
                .isEqualTo(168);
        assertThat(halves).isEqualTo(52);
    }

    @Test
    void refusesATermThatIsNone() {
        assertThatThrownBy(() -> Term.of(0, Unit.WORKING_DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Term.of(1, Unit.MONTH).workingHours()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Term.ofDays("0.3")).isInstanceOf(ArithmeticException.class);
    }

    @Property(tries = 300)
    void addsUp(
            @ForAll("moments") String from,
            @ForAll @IntRange(max = 3000) int one,
            @ForAll @IntRange(max = 3000) int two) {
        Duration first = Duration.ofMinutes(one);
        Duration second = Duration.ofMinutes(two);

        assertThat(WARD.plus(WARD.plus(at(from), first), second)).isEqualTo(WARD.plus(at(from), first.plus(second)));
        assertThat(WARD.between(at(from), WARD.plus(at(from), first))).isEqualTo(first);
    }

    @Property(tries = 300)
    void endsWithinOfficeHours_neverBeforeItBegan_andLaterForLongerTerms(
            @ForAll("moments") String from, @ForAll Unit unit, @ForAll @IntRange(min = 1, max = 40) int amount) {
        Term term = new Term(amount, unit, THREE);
        var due = term.due(at(from), WARD).at();
        LocalDate day = due.atZone(GatewayClock.ZONE).toLocalDate();

        assertThat(WARD.isWorked(day)).isTrue();
        assertThat(due).isAfter(at(from)).isBeforeOrEqualTo(WARD.close(day));
        assertThat(new Term(amount + 1, unit, THREE).due(at(from), WARD).at()).isAfterOrEqualTo(due);
        assertThat(term.due(at(from), WARD).at())
                .isAfterOrEqualTo(Term.of(amount, unit).due(at(from), WARD).at());
    }

    @Provide
    Arbitrary<String> moments() {
        return Arbitraries.integers()
                .between(0, 350 * 24 * 60)
                .map(minutes -> LocalDate.parse("2026-01-01")
                        .atStartOfDay()
                        .plusMinutes(minutes)
                        .toString());
    }
}
