package vn.lienthong.catalogue.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SchemaFiles;

/** Moments as people here write them, and the calendar as it is packed. */
final class Moments {
    static final WorkingCalendar CALENDAR = WorkingCalendar.read(SchemaFiles.packed());
    static final WorkingTime WARD = CALENDAR.of("H15.24133");

    private Moments() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(GatewayClock.ZONE).toInstant();
    }

    static String local(Instant moment) {
        return moment.atZone(GatewayClock.ZONE).toLocalDateTime().toString();
    }
}
