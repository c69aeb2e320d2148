package vn.lienthong.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @ParameterizedTest
    @CsvSource({
        "2026-11-18, {{day+0}}, 2026-11-18",
        "2026-11-18, {{day-1}}, 2026-11-17",
        "2026-11-18, {{day-3}}, 2026-11-13",
        "2026-11-18, {{day+3}}, 2026-11-23",
        "2026-11-21, {{day+0}}, 2026-11-20",
        "2026-11-22, {{day-1}}, 2026-11-19",
        "2026-11-21, {{day+1}}, 2026-11-23",
        "2026-11-18, H15.24133-{{yymmdd-3}}-0001, H15.24133-261113-0001",
        "2026-11-18, {{day-1}}T08:00:00+07:00, 2026-11-17T08:00:00+07:00",
        "2026-11-18, nothing, nothing",
    })
    void fills_inWorkingDays(LocalDate base, String text, String filled) {
        assertThat(new FeedDays(base).fill(text)).isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{day}}", "{{today-1}}", "{{day-1000}}", "x {{"})
    void refuses_aPlaceholderItDoesNotKnow(String text) {
        assertThatThrownBy(() -> new FeedDays(MONDAY).fill(text)).hasMessageContaining("Unknown placeholder");
    }

    @Property
    void neverNamesAWeekend_andKeepsTheOrder(
            @ForAll @IntRange(min = 0, max = 700) int start, @ForAll @IntRange(min = -99, max = 98) int offset) {
        FeedDays days = new FeedDays(MONDAY.plusDays(start));
        LocalDate day = LocalDate.parse(days.fill("{{day%+d}}".formatted(offset)));
        LocalDate next = LocalDate.parse(days.fill("{{day%+d}}".formatted(offset + 1)));
        assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(next).isAfter(day);
    }

    @Test
    void giveOneFeed_forFridayAndTheWeekendAfterIt() {
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertThat(new FeedDays(friday.plusDays(2)).fill("{{day-9}}"))
                .isEqualTo(new FeedDays(friday).fill("{{day-9}}"));
    }
}
