package vn.lienthong.alert;

import java.time.Instant;
import java.util.List;

/** What people are told at one time: all that began, goes on or is over, together. */
record Telling(Instant at, List<Incident> opened, List<Incident> lasting, List<Incident> over) {
    boolean isEmpty() {
        return opened.isEmpty() && lasting.isEmpty() && over.isEmpty();
    }
}
