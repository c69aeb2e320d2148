package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
    @Test
    void drawsABarForEachHourThatHasAny_andBreaksTheLineWhereNothingIsKnown() {
        Chart chart = Chart.of(
                "confirmed",
                List.of(
                        new Chart.Column("00:00", 10.0, 2.0),
                        new Chart.Column("01:00", null, null),
                        new Chart.Column("02:00", 0.0, 4.0),
                        new Chart.Column("03:00", 1.0, 4.0)),
                10,
                height -> Long.toString(Math.round(height)),
                2);

        assertThat(chart.bars()).containsOnlyOnce("v-160").contains("v-16").hasSizeLessThan(60);
        assertThat(chart.bars().chars().filter(c -> c == 'M').count()).isEqualTo(2);
        assertThat(chart.line().chars().filter(c -> c == 'M').count()).isEqualTo(2);
        assertThat(chart.up().stream().map(Chart.Mark::text)).containsExactly("0", "5", "10");
        assertThat(chart.along().stream().map(Chart.Mark::text)).containsExactly("00:00", "02:00");
        assertThat(chart.empty()).isFalse();
    }

    @Test
    void isEmpty_whereNothingIsKnown() {
        assertThat(Chart.of("lag", List.of(new Chart.Column("00:00", null, null)), 2, height -> "", 1)
                        .empty())
                .isTrue();
    }

    @Test
    void weighsLittle_alsoForAWeek() {
        Chart week = Chart.of(
                "confirmed",
                IntStream.range(0, 168)
                        .mapToObj(hour -> new Chart.Column("x", 1000.0 + hour, null))
                        .toList(),
                2000,
                Double::toString,
                24);

        assertThat(week.bars()).hasSizeLessThan(5000);
        assertThat(week.along()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 2", "3, 4", "5, 6", "7, 10", "10, 10", "11, 20", "399, 400", "601, 1000"})
    void standsForARoundNumberThatNothingExceeds(double highest, double most) {
        assertThat(Chart.roundAbove(highest)).isEqualTo(most);
    }
}
