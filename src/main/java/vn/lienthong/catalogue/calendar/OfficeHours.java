package vn.lienthong.catalogue.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an agency works.
 *
 * @param agency whose hours, and of those below it that have none of their own; null for everybody else
 * @param days on which days of the week
 * @param sessions in which hours of such a day, one after the other
 * @param validFrom first day of validity
 * @param validTo last day of validity, null while they hold on
 */
public record OfficeHours(
        @Nullable String agency,
        Set<DayOfWeek> days,
        List<Session> sessions,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Refuses hours that overlap, are empty, or on no day. */
    public OfficeHours {
        days = Set.copyOf(days);
        sessions = List.copyOf(sessions);
        LocalTime end = LocalTime.MIN;
        for (Session session : sessions) {
            if (session.from().isBefore(end) || !session.from().isBefore(session.to())) {
                throw new IllegalArgumentException("sessions must follow each other: " + sessions);
            }
            end = session.to();
        }
        if (days.isEmpty() || sessions.isEmpty()) {
            throw new IllegalArgumentException("hours on no day, or none");
        }
    }

    /** Hours without a break. */
    public record Session(LocalTime from, LocalTime to) {}

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean covers(String code) {
        return agency == null || code.equals(agency) || code.startsWith(agency + ".");
    }

    /** The nearer the agency, the larger. */
    int nearness() {
        return agency == null ? 0 : agency.length();
    }
}
