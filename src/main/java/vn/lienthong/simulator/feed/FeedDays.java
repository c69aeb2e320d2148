package vn.lienthong.simulator.feed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Fills the day placeholders of a sample: <code>{{day-3}}</code> and <code>{{yymmdd-3}}</code> count working days (Monday
 * to Friday) from the base day, so that a feed looks plausible whenever it runs. Public holidays are not known here.
 */
record FeedDays(LocalDate base) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(day|yymmdd)([+-][0-9]{1,3})}}");
    private static final DateTimeFormatter IN_NUMBER = DateTimeFormatter.ofPattern("yyMMdd");

    /** The text with every placeholder filled; fails on one it does not know. */
    String fill(String text) {
        String filled = PLACEHOLDER.matcher(text).replaceAll(this::day);
        int left = filled.indexOf("{{");
        if (left >= 0) {
            throw new IllegalArgumentException(
                    "Unknown placeholder: " + filled.substring(left, Math.min(filled.length(), left + 20)));
        }
        return filled;
    }

    private String day(MatchResult placeholder) {
        LocalDate day = workingDay(Integer.parseInt(placeholder.group(2)));
        return "day".equals(placeholder.group(1)) ? day.toString() : IN_NUMBER.format(day);
    }

    private LocalDate workingDay(int offset) {
        LocalDate day = base;
        while (isWeekend(day)) {
            day = day.minusDays(1);
        }
        int step = Integer.signum(offset);
        for (int left = Math.abs(offset); left > 0; left--) {
            do {
                day = day.plusDays(step);
            } while (isWeekend(day));
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
