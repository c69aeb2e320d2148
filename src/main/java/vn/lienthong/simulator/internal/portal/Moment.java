package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;

/** National date-times, yyyyMMddHHmmss, kept as numbers: they compare as the times do. */
final class Moment {
    private static final int LENGTH = 14;

    private Moment() {}

    /** The value as a number; 0 for no value or one that is no time. */
    static long of(JsonNode value) {
        String text = value.asText("").strip();
        return valid(text) ? Long.parseLong(text) : 0;
    }

    static boolean valid(String text) {
        if (text.length() != LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int month = part(text, 4, 6);
        return month >= 1
                && month <= 12
                && YearMonth.of(part(text, 0, 4), month).isValidDay(part(text, 6, 8))
                && part(text, 8, 10) < 24
                && part(text, 10, 12) < 60
                && part(text, 12, 14) < 60;
    }

    private static int part(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
