package vn.lienthong.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Judges how long a certificate is still valid, alike wherever one is looked at. */
public final class DaysLeft {
    private static final long SOON = 60;

    private DaysLeft() {}

    /**
     * What is to be said about a certificate of this validity; empty when it lasts. {@code area} begins the codes,
     * {@code whose} names the certificate.
     */
    public static Optional<Diagnosis> judge(String area, Bilingual whose, Instant from, Instant until, Instant now) {
        Bilingual renew =
                new Bilingual("Xin cấp mới và thay chứng thư này.", "Have it renewed and put the new one in.");
        if (now.isBefore(from)) {
            return Optional.of(Diagnosis.error(
                    area + "-CERTIFICATE-NOT-YET",
                    new Bilingual(
                            whose.vi() + " chỉ có hiệu lực từ " + from + ".",
                            whose.en() + " is valid only from " + from + "."),
                    new Bilingual(
                            "Kiểm tra đồng hồ của máy này, rồi chứng thư.",
                            "Check this machine's clock, then the" + " certificate.")));
        }
        if (!now.isBefore(until)) {
            return Optional.of(Diagnosis.error(
                    area + "-CERTIFICATE-EXPIRED",
                    new Bilingual(
                            whose.vi() + " đã hết hạn từ " + until + ".", whose.en() + " expired at " + until + "."),
                    renew));
        }
        long days = count(until, now);
        if (days >= SOON) {
            return Optional.empty();
        }
        return Optional.of(Diagnosis.warning(
                area + "-CERTIFICATE-SOON",
                new Bilingual(
                        whose.vi() + " chỉ còn hiệu lực " + days + " ngày.",
                        whose.en() + " is valid for only " + days + " days more."),
                renew));
    }

    /** Whole days until then. */
    public static long count(Instant until, Instant now) {
        return Duration.between(now, until).toDays();
    }
}
