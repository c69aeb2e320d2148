package vn.lienthong.citizen.register;

import vn.lienthong.kernel.Bilingual;

/** Why a register's answer could not be had, in words for the officer. The paper is accepted meanwhile. */
public enum Trouble {
    REGISTER_OFF("Chưa kết nối với cơ sở dữ liệu này.", "This register is not connected.", false),
    REGISTER_DOWN(
            "Không kết nối được với cơ sở dữ liệu, hoặc nơi ấy báo lỗi.",
            "The register cannot be reached or reports a failure.",
            true),
    REGISTER_SLOW("Cơ sở dữ liệu không trả lời trong thời hạn.", "The register did not answer in time.", true),
    REGISTER_BUSY(
            "Đang có quá nhiều lượt tra cứu cùng lúc, hãy thử lại sau ít phút.",
            "Too many look-ups at one time; try again in a few minutes.",
            false),
    REGISTER_NOT_ASKED(
            "Câu hỏi không viết được theo khuôn của cơ sở dữ liệu nên chưa gửi đi.",
            "The question cannot be written in the register's form, so it was not sent.",
            false),
    REGISTER_THROTTLED("Cơ sở dữ liệu yêu cầu gọi ít đi.", "The register asks for fewer calls.", false),
    REGISTER_PAUSED(
            "Tạm ngừng gọi vì cơ sở dữ liệu liên tục không trả lời.",
            "Calls are paused because the register kept failing.",
            false),
    REGISTER_MAINTENANCE(
            "Cơ sở dữ liệu đang bảo trì theo lịch đã báo.", "The register is closed for announced maintenance.", false),
    REGISTER_SIGN_IN(
            "Cơ sở dữ liệu không chấp nhận tài khoản kết nối.", "The register does not accept our account.", true),
    REGISTER_REFUSED("Cơ sở dữ liệu từ chối câu hỏi.", "The register refuses the question.", false),
    REGISTER_UNREADABLE("Trả lời của cơ sở dữ liệu không đọc được.", "The register's answer cannot be read.", true),
    REGISTER_TOO_LARGE("Trả lời của cơ sở dữ liệu quá lớn.", "The register's answer is too large.", true),
    REGISTER_OTHER_PERSON(
            "Cơ sở dữ liệu trả lời về người khác; không hiển thị.",
            "The register answered about somebody else; nothing is shown.",
            false),
    REGISTER_EXTRA_PERSONS(
            "Cơ sở dữ liệu trả lời nhiều người; không hiển thị.",
            "The register answered with more than one person; nothing is shown.",
            false);

    private final String vi;
    private final String en;
    private final boolean wayFails;

    Trouble(String vi, String en, boolean wayFails) {
        this.vi = vi;
        this.en = en;
        this.wayFails = wayFails;
    }

    /** Its stable code. */
    public String code() {
        return name().replace('_', '-');
    }

    /** What the officer reads. */
    public Bilingual text() {
        return new Bilingual(vi, en);
    }

    /** Whether the same question may be answered when it is asked again later. */
    public boolean mayPass() {
        return switch (this) {
            case REGISTER_DOWN,
                    REGISTER_SLOW,
                    REGISTER_BUSY,
                    REGISTER_THROTTLED,
                    REGISTER_PAUSED,
                    REGISTER_MAINTENANCE,
                    REGISTER_SIGN_IN,
                    REGISTER_UNREADABLE -> true;
            case REGISTER_OFF,
                    REGISTER_NOT_ASKED,
                    REGISTER_REFUSED,
                    REGISTER_TOO_LARGE,
                    REGISTER_OTHER_PERSON,
                    REGISTER_EXTRA_PERSONS -> false;
        };
    }

    /** Whether the way to the register is to blame, which its breaker counts. */
    boolean wayFails() {
        return wayFails;
    }
}
