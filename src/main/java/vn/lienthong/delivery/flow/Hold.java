package vn.lienthong.delivery.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/**
 * Why a partner is not called now.
 *
 * @param by who paused it, for {@link Cause#PAUSED}
 * @param since when it was paused
 * @param reason why, in that person's words
 */
public record Hold(
        Cause cause,
        @Nullable String by,
        @Nullable Instant since,
        @Nullable String reason) {

    static Hold because(Cause cause) {
        return new Hold(cause, null, null, null);
    }

    /** What holds calls back, the strongest first. */
    public enum Cause {
        PAUSED("Người vận hành đã tạm ngừng gửi.", "An operator paused it."),
        MAINTENANCE(
                "Đang trong giờ bảo trì đã báo trước của hệ thống nhận.",
                "The receiving system is in an announced maintenance window."),
        QUIET("Hệ thống nhận yêu cầu gửi chậm lại.", "The receiving system asked for fewer calls.");

        private final String vi;
        private final String en;

        Cause(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        /** What a clerk reads. */
        public Bilingual text() {
            return new Bilingual(vi, en);
        }
    }
}
