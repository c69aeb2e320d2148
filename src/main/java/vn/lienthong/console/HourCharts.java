package vn.lienthong.console;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.tally.Stock;
import vn.lienthong.delivery.tally.TallyHour;
import vn.lienthong.kernel.GatewayClock;

/** The pictures of the page of charts, in the order in which they stand there; a further figure is one more line here. */
final class HourCharts {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withZone(GatewayClock.ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM").withZone(GatewayClock.ZONE);
    private static final int HOURS_OF_A_DAY = 24;

    private HourCharts() {}

    static List<Chart> of(List<TallyHour> hours, Desk desk) {
        return List.of(confirmed(hours, desk), lag(hours, desk), stock(hours, desk), onTime(hours));
    }

    private static Chart confirmed(List<TallyHour> hours, Desk desk) {
        return chart("confirmed", hours, hour -> positive(hour.done().confirmed()), hour -> null, 0, desk::number);
    }

    /** The height is the power of two of the seconds: a minute and a day stand in one picture. */
    private static Chart lag(List<TallyHour> hours, Desk desk) {
        double most = hours.stream()
                .map(hour -> hour.done().lagClass(HourRow.NEARLY_ALL))
                .filter(java.util.Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        return chart(
                "lag",
                hours,
                hour -> lagClass(hour, HourRow.HALF),
                hour -> lagClass(hour, HourRow.NEARLY_ALL),
                Math.max(2, 2 * Math.ceil(most / 2)),
                exponent -> desk.span(Duration.ofSeconds(1L << exponent)));
    }

    private static Chart stock(List<TallyHour> hours, Desk desk) {
        return chart(
                "stock",
                hours,
                hour -> count(hour.stock(), Stock::waiting),
                hour -> count(hour.stock(), Stock::person),
                0,
                desk::number);
    }

    private static Chart onTime(List<TallyHour> hours) {
        return chart("onTime", hours, HourCharts::share, hour -> null, 100, percent -> percent + "%");
    }

    /** {@code most} 0: as high as the highest. */
    private static Chart chart(
            String id,
            List<TallyHour> hours,
            Function<TallyHour, @Nullable Double> bar,
            Function<TallyHour, @Nullable Double> line,
            double most,
            java.util.function.LongFunction<String> words) {
        boolean day = hours.size() <= HOURS_OF_A_DAY;
        List<Chart.Column> columns = hours.stream()
                .map(hour -> new Chart.Column(label(hour.begin(), day), bar.apply(hour), line.apply(hour)))
                .toList();
        double highest = columns.stream()
                .flatMap(column -> Stream.of(value(column.bar()), value(column.line())))
                .max(Double::compare)
                .orElse(0.0);
        return Chart.of(
                id,
                columns,
                most > 0 ? most : Chart.roundAbove(highest),
                height -> words.apply(Math.round(height)),
                day ? 3 : HOURS_OF_A_DAY);
    }

    private static double value(@Nullable Double known) {
        return known == null ? 0 : known;
    }

    private static String label(Instant begin, boolean day) {
        return (day ? HOUR : DAY).format(begin);
    }

    private static @Nullable Double positive(long number) {
        return number == 0 ? null : (double) number;
    }

    private static @Nullable Double lagClass(TallyHour hour, double share) {
        Integer lag = hour.done().lagClass(share);
        return lag == null ? null : (double) lag;
    }

    private static @Nullable Double count(@Nullable Stock stock, Function<Stock, Long> of) {
        return stock == null ? null : (double) of.apply(stock);
    }

    private static @Nullable Double share(TallyHour hour) {
        OptionalDouble share = hour.done().onTimeShare();
        return share.isEmpty() ? null : 100 * share.getAsDouble();
    }
}
