package vn.lienthong.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.tally.Tallied;

/** A partner as a line of the page of charts; {@code total} and without a name for all of them. */
record ChartRow(
        String partner,
        String href,
        String confirmed,
        String half,
        String nearlyAll,
        String onTime,
        @Nullable Spark spark) {
    static ChartRow of(String partner, Tallied done, @Nullable List<Long> day, Desk desk) {
        return new ChartRow(
                partner,
                Links.to("/charts", "partner", partner),
                desk.number(done.confirmed()),
                HourRow.within(done, HourRow.HALF, desk),
                HourRow.within(done, HourRow.NEARLY_ALL, desk),
                HourRow.onTime(done),
                Spark.of(day, desk));
    }
}
