package vn.lienthong.console;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import vn.lienthong.kernel.GatewayClock;

/**
 * A point in time for people.
 *
 * @param text local date and time
 * @param iso with its offset, for machines and for whoever points at it
 * @param ago how long ago
 */
record Moment(String text, String iso, String ago) {
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(GatewayClock.ZONE);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(GatewayClock.ZONE);

    static Moment of(Instant at, Instant now, String language) {
        Duration since = Duration.between(at, now);
        boolean english = language.equals("en");
        if (since.abs().toSeconds() == 0) {
            return new Moment(
                    TEXT.format(at), ISO.format(at.truncatedTo(ChronoUnit.MILLIS)), english ? "now" : "vừa xong");
        }
        String span = span(since.abs(), language);
        String ago =
                since.isNegative() ? (english ? "in " + span : "sau " + span) : span + (english ? " ago" : " trước");
        return new Moment(TEXT.format(at), ISO.format(at.truncatedTo(ChronoUnit.MILLIS)), ago);
    }

    /** A length of time in its largest unit that is not zero. */
    static String span(Duration length, String language) {
        boolean english = language.equals("en");
        if (length.toDays() > 1) {
            return length.toDays() + (english ? " d" : " ngày");
        }
        if (length.toHours() > 0) {
            String hours = length.toHours() + (english ? " h" : " giờ");
            return length.toMinutesPart() == 0
                    ? hours
                    : hours + " " + length.toMinutesPart() + (english ? " min" : " phút");
        }
        return length.toMinutes() > 0
                ? length.toMinutes() + (english ? " min" : " phút")
                : length.toSeconds() + (english ? " s" : " giây");
    }
}
