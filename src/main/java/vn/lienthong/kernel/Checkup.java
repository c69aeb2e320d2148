package vn.lienthong.kernel;

import java.time.Duration;
import java.util.List;

/**
 * What a room lets {@code doctor} look at. It looks and asks, changes nothing, takes no lock that a running gateway needs,
 * and may run beside one at any time.
 */
public interface Checkup {
    /** Stable id of what is examined, such as {@code database} or {@code partner:portal}. */
    String id();

    /** The same for people. */
    Bilingual title();

    /** After this time whoever waits gives up. */
    Duration longest();

    /** What was found, one or more. */
    List<Diagnosis> examine() throws Exception;
}
