package vn.lienthong.linked;

import java.time.Duration;
import java.time.Instant;
import vn.lienthong.catalogue.calendar.WorkingTime;
import vn.lienthong.kernel.Bilingual;

/** The times that decree 63/2024, article 7, sets for what goes from one system to the next. */
enum LegalLimit {
    /** What is done here must be passed on within ten minutes, whatever the hour: systems keep no office hours. */
    PASSED_ON("LINKED-NOT-PASSED-ON") {
        @Override
        boolean missed(Instant since, Instant now, WorkingTime office) {
            return since.plus(TO_PASS_ON).isBefore(now);
        }

        @Override
        Bilingual text(String partner) {
            return new Bilingual(
                    "Quá 10 phút chưa chuyển được sang " + partner + ". Báo các bên và xử lý trong ngày làm việc.",
                    "Not passed on to " + partner + " within 10 minutes. Tell all parties, mend it the same day.");
        }
    },
    /** The receiver must say within two working hours that it has it. */
    RECEIPT("LINKED-NO-RECEIPT") {
        @Override
        boolean missed(Instant since, Instant now, WorkingTime office) {
            return office.between(since, now).compareTo(TO_ACKNOWLEDGE) > 0;
        }

        @Override
        Bilingual text(String partner) {
            return new Bilingual(
                    "Quá 2 giờ làm việc " + partner + " chưa báo đã nhận. Báo các bên và xử lý trong ngày làm việc.",
                    partner + " did not say within 2 working hours that it has it. Tell all parties, mend it the same"
                            + " day.");
        }
    };

    /** Nothing younger has missed any of them. */
    static final Duration SHORTEST = Duration.ofMinutes(10);

    private static final Duration TO_PASS_ON = Duration.ofMinutes(10);
    private static final Duration TO_ACKNOWLEDGE = Duration.ofHours(2);

    private final String code;

    LegalLimit(String code) {
        this.code = code;
    }

    /** The code of its work item. */
    String code() {
        return code;
    }

    /** Whether what has waited since then has missed it, by the office hours of the agency concerned. */
    abstract boolean missed(Instant since, Instant now, WorkingTime office);

    abstract Bilingual text(String partner);
}
