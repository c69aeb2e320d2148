package vn.lienthong.inspection;

import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.Bilingual;

/** What a status means for the person who waits, and whether the appointment still counts. */
record Standing(Bilingual state, Bilingual next, boolean waiting) {
    static Standing of(DossierStatus status) {
        return switch (status) {
            case REGISTERED ->
                waits("Mới đăng ký", "Registered", "Chờ cơ quan tiếp nhận.", "Wait until it is accepted.");
            case ACCEPTED ->
                waits("Được tiếp nhận", "Accepted", "Hồ sơ đã được tiếp nhận.", "The dossier was accepted.");
            case IN_PROGRESS ->
                waits("Đang xử lý", "In progress", "Cơ quan đang giải quyết.", "It is being worked on.");
            case NOT_ACCEPTED ->
                over(
                        "Không được tiếp nhận",
                        "Not accepted",
                        "Xem lý do trong phiếu từ chối.",
                        "See the notice for the reason.");
            case SUPPLEMENT_REQUESTED ->
                over(
                        "Yêu cầu bổ sung",
                        "Supplement asked for",
                        "Bổ sung giấy tờ theo phiếu yêu cầu.",
                        "Bring what the notice names.");
            case PAYMENT_REQUESTED ->
                over(
                        "Yêu cầu nộp tiền",
                        "Payment asked for",
                        "Nộp nghĩa vụ tài chính theo thông báo.",
                        "Pay as the notice says.");
            case WITHDRAWN ->
                over("Công dân rút hồ sơ", "Withdrawn", "Hồ sơ đã được rút.", "The dossier was withdrawn.");
            case STOPPED ->
                over("Dừng xử lý", "Stopped", "Xem lý do trong thông báo.", "See the notice for the reason.");
            case PROCESSED ->
                over(
                        "Đã xử lý xong",
                        "Finished",
                        "Kết quả đã có, mời nhận theo giấy hẹn.",
                        "The result is there to be collected.");
            case RETURNED ->
                over("Đã trả kết quả", "Result handed over", "Kết quả đã được trả.", "The result was handed over.");
        };
    }

    private static Standing waits(String vi, String en, String nextVi, String nextEn) {
        return new Standing(new Bilingual(vi, en), new Bilingual(nextVi, nextEn), true);
    }

    private static Standing over(String vi, String en, String nextVi, String nextEn) {
        return new Standing(new Bilingual(vi, en), new Bilingual(nextVi, nextEn), false);
    }
}
