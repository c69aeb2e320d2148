package vn.lienthong.signing;

import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.DaysLeft;
import vn.lienthong.kernel.UsedCertificate;

/**
 * A certificate in use, and how long it lasts as seen from one moment.
 *
 * @param daysLeft whole days until its end, negative after it
 * @param ended whether it has ended
 */
public record WatchedCertificate(UsedCertificate used, long daysLeft, boolean ended) {
    /** In days before the end; 0 is the end. */
    private static final int[] STEPS = {1, 7, 14, 30, 60};

    private static final int GRAVE = 7;

    static final Comparator<WatchedCertificate> SOONEST =
            Comparator.comparing(watched -> watched.used().certificate().getNotAfter());

    static WatchedCertificate of(UsedCertificate used, Instant now) {
        Instant until = used.certificate().getNotAfter().toInstant();
        return new WatchedCertificate(used, DaysLeft.count(until, now), !now.isBefore(until));
    }

    /** The nearest step that was reached; none while the end is far. */
    OptionalInt step() {
        return ended
                ? OptionalInt.of(0)
                : IntStream.of(STEPS).filter(step -> daysLeft <= step).findFirst();
    }

    /** Whether somebody must act at once. */
    public boolean grave() {
        return ended || daysLeft <= GRAVE;
    }

    /** Its serial number, hexadecimal. */
    public String serial() {
        return used.certificate().getSerialNumber().toString(16);
    }

    /** Which certificate, when it ends, what stops then, and what to do. */
    Bilingual told() {
        String which = used.place() + ": "
                + used.certificate().getSubjectX500Principal().getName() + " (" + serial() + ")";
        Instant until = used.certificate().getNotAfter().toInstant();
        return ended
                ? new Bilingual(
                        "CHỨNG THƯ ĐÃ HẾT HẠN lúc " + until + ": " + which + ". Đang dừng: "
                                + used.stops().vi() + ". Cần làm: "
                                + used.remedy().vi() + ".",
                        "A CERTIFICATE HAS ENDED at " + until + ": " + which + ". Stands still: "
                                + used.stops().en() + ". To do: "
                                + used.remedy().en() + ".")
                : new Bilingual(
                        "Chứng thư còn " + daysLeft + " ngày, hết hạn lúc " + until + ": " + which + ". Khi ấy: "
                                + used.stops().vi() + ". Cần làm: "
                                + used.remedy().vi() + ".",
                        "A certificate has " + daysLeft + " days left and ends at " + until + ": " + which + ". Then: "
                                + used.stops().en() + ". To do: "
                                + used.remedy().en() + ".");
    }
}
