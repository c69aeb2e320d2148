package vn.lienthong.post.tracking;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;
import vn.lienthong.workitem.NewWorkItem;

/** What an agency must learn about a parcel of its own. */
final class Findings {
    private Findings() {}

    /** What the way from one standing to the next says. */
    static List<NewWorkItem> of(Parcel was, Parcel is, int attempts) {
        List<NewWorkItem> found = new ArrayList<>();
        if (is.contradictory() && !was.contradictory()) {
            found.add(item(
                    is,
                    "PARCEL-CONTRADICTION",
                    "Bưu điện báo bưu gửi %s vừa phát thành công vừa chuyển hoàn hoặc hủy. Hãy hỏi bưu điện; trạng thái hồ sơ"
                            + " không tự đổi theo báo sau.",
                    "The post tells of parcel %s both that it was handed over and that it comes back or was cancelled. Ask"
                            + " the post; the later news changes nothing about the dossier by itself."));
        } else if (is.reported() == ParcelState.RETURNED && was.reported() != ParcelState.RETURNED) {
            found.add(
                    item(
                            is,
                            "PARCEL-CAME-BACK",
                            "Bưu gửi %s đã chuyển hoàn về cơ quan. Hãy liên hệ người nhận, rồi hẹn trả tại quầy hoặc gửi lại.",
                            "Parcel %s came back to the agency. Reach the receiver, then hand over at the counter or send again."));
        } else if (is.failures() >= attempts && was.failures() < attempts && !is.delivered() && !is.back()) {
            found.add(item(
                    is,
                    "PARCEL-ATTEMPTS-FAILED",
                    "Bưu điện đã phát bưu gửi %s " + attempts
                            + " lần không thành; bưu gửi sẽ được chuyển hoàn. Hãy liên hệ" + " người nhận.",
                    "The post failed " + attempts
                            + " times to hand over parcel %s; it will come back. Reach the receiver."));
        }
        return found;
    }

    /** The dossier could not follow its parcel. */
    static NewWorkItem notReturned(Parcel parcel, Problem problem) {
        return item(
                parcel,
                "PARCEL-RETURN-REFUSED",
                "Bưu điện báo đã phát bưu gửi %s nhưng hồ sơ không chuyển sang đã trả được: "
                        + safe(problem.text().vi()) + " Hãy kiểm tra và cập nhật hồ sơ.",
                "The post handed over parcel %s, yet the dossier cannot become returned: "
                        + safe(problem.text().en()) + " Look at the dossier and update it.");
    }

    private static String safe(String text) {
        return text.replace("%", "%%");
    }

    private static NewWorkItem item(Parcel parcel, String code, String vi, String en) {
        return new NewWorkItem(
                code,
                parcel.dossierNumber(),
                parcel.agency(),
                parcel.deliveryId(),
                null,
                new Bilingual(vi.formatted(parcel.number()), en.formatted(parcel.number())));
    }
}
