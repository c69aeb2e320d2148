package vn.lienthong.signing.internal;

import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Diagnosis;

/**
 * A helper outside that is examined: how its findings begin, and what people call it.
 *
 * @param area begins its codes: {@code TSA}, {@code OCSP}
 * @param setting the setting that names it
 */
record Helper(String area, Bilingual name, String setting) {
    static final Helper TIME_STAMPS = new Helper(
            "TSA", new Bilingual("Máy chủ dấu thời gian", "The time-stamp authority"), "lienthong.signing.time-stamps");
    static final Helper REVOCATION = new Helper(
            "OCSP",
            new Bilingual("Máy chủ trạng thái chứng thư", "The revocation responder"),
            "lienthong.signing.revocation");

    /** It did not answer. */
    Diagnosis unanswered(Unanswered failure) {
        Bilingual reason = new Bilingual(String.valueOf(failure.getMessage()), String.valueOf(failure.getMessage()));
        return switch (failure.how()) {
            case SLOW ->
                error(
                        "SLOW",
                        new Bilingual("không trả lời kịp: " + reason.vi(), "does not answer in time: " + reason.en()),
                        new Bilingual(
                                "Đo đường truyền tới đó; nếu lúc nào cũng chậm, tăng " + setting + ".read-timeout.",
                                "Measure the way there; if it is always slow, raise " + setting + ".read-timeout."));
            case STATUS ->
                error(
                        "FAILS",
                        new Bilingual("đang lỗi: " + reason.vi(), "fails: " + reason.en()),
                        new Bilingual(
                                "Báo đơn vị vận hành nó; kiểm tra địa chỉ.",
                                "Tell its operators; check the" + " address."));
            case UNREACHED ->
                error(
                        "DOWN",
                        new Bilingual(
                                "không kết nối được hoặc đứt giữa chừng: " + reason.vi(),
                                "cannot be reached or breaks off: " + reason.en()),
                        new Bilingual(
                                "Kiểm tra địa chỉ, tường lửa, proxy; báo đơn vị vận hành nó.",
                                "Check the address, the firewall, the proxy; tell its operators."));
        };
    }

    /** What came is no answer. */
    Diagnosis garbage(Exception why) {
        return error(
                "GARBAGE",
                new Bilingual("trả lời thứ không đọc được: " + why, "answers what cannot be read: " + why),
                new Bilingual(
                        "Kiểm tra địa chỉ có đúng dịch vụ không, có proxy nào chen vào không.",
                        "Check that the address is the right service and that no proxy stands in between."));
    }

    /** Its answer cannot be believed. */
    Diagnosis untrusted(Exception why) {
        return error(
                "UNTRUSTED",
                new Bilingual(
                        "trả lời nhưng không tin được: " + why.getMessage(), "cannot be believed: " + why.getMessage()),
                new Bilingual(
                        "Thêm chứng thư gốc của nó vào lienthong.signing.trust nếu đúng là nó.",
                        "Put its root certificate into lienthong.signing.trust if it is the right one."));
    }

    /** Something else is wrong with it. */
    Diagnosis error(String reason, Bilingual what, Bilingual remedy) {
        return Diagnosis.error(
                area + "-" + reason, new Bilingual(name.vi() + " " + what.vi(), name.en() + " " + what.en()), remedy);
    }
}
