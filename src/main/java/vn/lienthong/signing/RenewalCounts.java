package vn.lienthong.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Diagnosis;

/**
 * How many proofs of one kind are to be renewed.
 *
 * @param due those within the margin before their end
 * @param late those of them that have less than a third of the margin left
 * @param over those of them that have ended: their time is proven no more
 * @param soonest when the first of them ends; none where none is due
 */
public record RenewalCounts(
        long due, long late, long over, @Nullable Instant soonest) {
    /** Nothing is due. */
    public static final RenewalCounts NONE = new RenewalCounts(0, 0, 0, null);

    private static final Bilingual LOOK = new Bilingual(
            "Xem mục time-stamps ở trên: máy chủ dấu thời gian phải trả lời và chứng thư của nó phải dài hạn hơn; xem"
                    + " renewal.md.",
            "See time-stamps above: the authority must answer, and its certificate must end later than these proofs; see"
                    + " renewal.md.");

    /** The same as findings; {@code whose} names the kind. */
    public List<Diagnosis> diagnoses(Bilingual whose) {
        if (over > 0) {
            return List.of(Diagnosis.error(
                    "RENEWAL-OVERDUE",
                    new Bilingual(
                            whose.vi() + ": " + over + " dấu thời gian đã hết hạn mà chưa gia hạn, " + due
                                    + " đang chờ. Đang gia hạn được thì con số giảm dần.",
                            whose.en() + ": " + over + " time-stamps have ended without renewal, " + due
                                    + " wait. The number falls while renewal works."),
                    LOOK));
        }
        if (late > 0) {
            return List.of(Diagnosis.warning(
                    "RENEWAL-LATE",
                    new Bilingual(
                            whose.vi() + ": " + late + " dấu thời gian sắp hết hạn, sớm nhất lúc " + soonest + ".",
                            whose.en() + ": " + late + " time-stamps end soon, the first at " + soonest + "."),
                    LOOK));
        }
        return List.of(Diagnosis.well(
                "RENEWAL-IN-TIME",
                whose.vi() + ": " + due + " đến kỳ gia hạn.",
                whose.en() + ": " + due + " are due."));
    }
}
