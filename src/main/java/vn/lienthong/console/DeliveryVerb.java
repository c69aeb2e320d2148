package vn.lienthong.console;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.HandAct;
import vn.lienthong.kernel.Bilingual;

/**
 * What can be done to one delivery.
 *
 * @param path last part of the address that does it
 * @param closed why it cannot be done: the person's role, or where the delivery stands
 */
record DeliveryVerb(
        String path,
        String title,
        boolean evidence,
        @Nullable String closed) {
    private static final Bilingual ENDED = new Bilingual("đã kết thúc, không còn gì để làm.", "it has ended.");
    private static final Bilingual IN_DOUBT = new Bilingual(
            "hệ thống đang gửi hoặc đang hỏi bên nhận; hãy đợi kết quả.",
            "it is being sent or asked about; wait for the result.");
    private static final Bilingual GOES_ON =
            new Bilingual("còn tự chạy, chưa cần đánh dấu.", "it still goes by itself; there is nothing to mark.");

    static List<DeliveryVerb> all(Delivery delivery, Desk desk) {
        return Arrays.stream(HandAct.values())
                .map(act -> new DeliveryVerb(
                        path(act),
                        desk.say(act.forOne().title()),
                        act == HandAct.MARK_DONE,
                        closed(act, delivery.state(), desk)))
                .toList();
    }

    static String path(HandAct act) {
        return switch (act) {
            case RETRY -> "retry";
            case CANCEL -> "cancel";
            case MARK_DONE -> "mark-done";
        };
    }

    private static @Nullable String closed(HandAct act, DeliveryState state, Desk desk) {
        String role = desk.closed(act.forOne());
        if (role != null || act.from().contains(state)) {
            return role;
        }
        Bilingual why = switch (state) {
            case CONFIRMED, CANCELLED, EXPIRED -> ENDED;
            case SENDING, SENT, UNCERTAIN -> IN_DOUBT;
            case READY, PARKED, REFUSED -> GOES_ON;
        };
        return desk.say(act.forOne().title()) + ": " + desk.say(why);
    }
}
