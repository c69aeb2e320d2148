package vn.lienthong.console;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import vn.lienthong.delivery.tally.Stock;
import vn.lienthong.delivery.tally.Tallied;
import vn.lienthong.delivery.tally.TallyHour;
import vn.lienthong.kernel.GatewayClock;

/** Hours as a line of the table behind the pictures. */
record HourRow(
        String begin, String confirmed, String half, String nearlyAll, String waiting, String person, String onTime) {
    static final double HALF = 0.5;
    static final double NEARLY_ALL = 0.95;
    private static final String UNKNOWN = "–";
    private static final DateTimeFormatter BEGIN =
            DateTimeFormatter.ofPattern("dd/MM HH:mm").withZone(GatewayClock.ZONE);

    /** So many hours to a line, the latest first: a table as long as a week has hours weighs more than its page may. */
    static List<HourRow> of(List<TallyHour> hours, int together, Desk desk) {
        List<HourRow> rows = new ArrayList<>();
        for (int end = hours.size(); end > 0; end -= together) {
            rows.add(of(hours.subList(Math.max(0, end - together), end), desk));
        }
        return rows;
    }

    private static HourRow of(List<TallyHour> hours, Desk desk) {
        Tallied done = hours.stream().map(TallyHour::done).reduce(Tallied.NONE, Tallied::plus);
        Stock stock = hours.stream()
                .map(TallyHour::stock)
                .filter(Objects::nonNull)
                .reduce(Stock::highest)
                .orElse(null);
        return new HourRow(
                BEGIN.format(hours.getFirst().begin()),
                desk.number(done.confirmed()),
                within(done, HALF, desk),
                within(done, NEARLY_ALL, desk),
                stock == null ? UNKNOWN : desk.number(stock.waiting()),
                stock == null ? UNKNOWN : desk.number(stock.person()),
                onTime(done));
    }

    /** The time within which this share was confirmed. */
    static String within(Tallied done, double share, Desk desk) {
        Duration time = done.within(share);
        return time == null ? UNKNOWN : "< " + desk.span(time);
    }

    static String onTime(Tallied done) {
        OptionalDouble share = done.onTimeShare();
        return share.isEmpty() ? UNKNOWN : percent(share.getAsDouble()) + "%";
    }

    /** Rounded down: a hundred is said only where all are. */
    private static long percent(double share) {
        return (long) Math.floor(100 * share);
    }
}
