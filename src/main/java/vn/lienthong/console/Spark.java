package vn.lienthong.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/** A day in a line of a table: a bar for each hour, and the same in words for whoever does not see it. */
record Spark(String path, String words) {
    private static final int STEP = 4;
    static final int HEIGHT = 20;

    /** The confirmed of each hour, oldest first; null where there were none at all. */
    static @Nullable Spark of(@Nullable List<Long> hours, Desk desk) {
        long most = hours == null
                ? 0
                : hours.stream().mapToLong(Long::longValue).max().orElse(0);
        if (hours == null || most == 0) {
            return null;
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < hours.size(); i++) {
            if (hours.get(i) > 0) {
                long high = Math.max(1, Math.round((double) HEIGHT * hours.get(i) / most));
                path.append(String.format(Locale.ROOT, "M%d %dv-%dh%dv%dz", i * STEP, HEIGHT, high, STEP - 1, high));
            }
        }
        String all = desk.number(hours.stream().mapToLong(Long::longValue).sum());
        return new Spark(
                path.toString(),
                desk.say(new Bilingual(
                        "24 giờ: " + all + " việc, nhiều nhất " + desk.number(most) + " một giờ",
                        "24 hours: " + all + " deliveries, at most " + desk.number(most) + " an hour")));
    }
}
