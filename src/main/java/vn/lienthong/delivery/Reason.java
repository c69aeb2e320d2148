package vn.lienthong.delivery;

import vn.lienthong.kernel.Bilingual;

/** Why a delivery waits, stopped or was called off, as a clerk reads it: what happened, whose side, what to do. */
public enum Reason {
    PARTNER_UNREACHABLE(
            Side.PARTNER,
            "Không kết nối được tới hệ thống nhận; chưa gửi gì. Hệ thống sẽ tự gửi lại.",
            "The receiving system cannot be reached; nothing was sent. It will be sent again by itself."),
    PARTNER_PAUSED(
            Side.PARTNER,
            "Tạm ngừng gửi vì hệ thống nhận đang lỗi liên tiếp; chưa gửi gì. Hệ thống sẽ tự thử lại.",
            "Sending is paused because the receiving system keeps failing; nothing was sent. Tried again by itself."),
    THROTTLED(
            Side.PARTNER,
            "Hệ thống nhận yêu cầu gửi chậm lại; chưa gửi gì. Hệ thống sẽ tự gửi lại.",
            "The receiving system asked for fewer calls; nothing was sent. It will be sent again by itself."),
    SESSION_REFUSED(
            Side.OURS,
            "Hệ thống nhận từ chối phiên đăng nhập; chưa gửi gì. Kiểm tra tài khoản kết nối.",
            "The receiving system refuses our session; nothing was sent. Check the connection account."),
    ANSWER_LOST(
            Side.PARTNER,
            "Đã gửi nhưng không nhận được trả lời; đang hỏi lại hệ thống nhận trước khi gửi tiếp.",
            "Sent, but no answer came; the receiving system is asked before anything is sent again."),
    ANSWER_UNREADABLE(
            Side.PARTNER,
            "Đã gửi nhưng trả lời không đọc được; đang hỏi lại hệ thống nhận trước khi gửi tiếp.",
            "Sent, but the answer cannot be read; the receiving system is asked before anything is sent again."),
    BATCH_FAILED(
            Side.PARTNER,
            "Cả lô bị báo lỗi mà không nêu hồ sơ nào; đang hỏi lại từng hồ sơ rồi gửi riêng.",
            "The whole batch failed and no dossier was named; each is asked for and then sent alone."),
    INTERRUPTED(
            Side.OURS,
            "Việc gửi bị ngắt giữa chừng; đang hỏi lại hệ thống nhận trước khi gửi tiếp.",
            "Sending was interrupted; the receiving system is asked before anything is sent again."),
    NOT_HELD(
            Side.PARTNER,
            "Hệ thống nhận chưa có hồ sơ này; bước xử lý chờ trạng thái đầy đủ của hồ sơ được xác nhận trước.",
            "The receiving system does not hold this dossier; the step waits until a full state is confirmed there."),
    ALREADY_THERE(
            Side.PARTNER,
            "Hệ thống nhận đã có hồ sơ này; sẽ gửi lại dưới dạng cập nhật.",
            "The receiving system holds this dossier already; it goes again as an update."),
    MAYBE_SENT(
            Side.PARTNER,
            "Không xác định được bước này đã tới nơi hay chưa. Hãy tra cứu trên hệ thống nhận rồi chọn gửi lại hoặc xác nhận đã có.",
            "Nobody can tell whether this step arrived. Look it up at the receiving system, then send again or mark done."),
    CONTENT_REFUSED(
            Side.AGENCY,
            "Hệ thống nhận từ chối nội dung. Cơ quan gửi cần sửa hồ sơ và gửi phiên bản mới.",
            "The receiving system refuses the content. The agency must correct the dossier and send a new version."),
    CORRECTION_WANTED(
            Side.AGENCY,
            "Bên nhận thấy giấy tờ có sai sót. Cơ quan cấp cần đính chính rồi gửi kết quả mới.",
            "The receiving system found an error in the paper. Its issuer must correct it and send a new result."),
    UNACKNOWLEDGED(
            Side.PARTNER,
            "Đã giao nhưng quá hạn chưa có xác nhận; hệ thống đang hỏi lại. Nếu kéo dài, hãy liên hệ bên nhận.",
            "Handed over, but the acknowledgement is overdue; the partner is being asked. If it lasts, call the partner."),
    REPLY_UNKNOWN(
            Side.PARTNER,
            "Hệ thống nhận trả mã chưa có trong bảng mã. Hãy bổ sung bảng mã trả lời rồi gửi lại.",
            "The receiving system answered with a code that is not in the reply table. Add it there, then send again."),
    REPLY_UNDECIDABLE(
            Side.PARTNER,
            "Hệ thống nhận báo lỗi không xử lý tự động được. Hãy xem nội dung lỗi, tra cứu hồ sơ rồi gửi lại hoặc xác nhận.",
            "The receiving system reports an error that cannot be handled by itself. Read it, look the dossier up, then send"
                    + " again or mark done."),
    CANNOT_BE_BUILT(
            Side.OURS,
            "Không lập được bản tin từ dữ liệu đã lưu; chưa gửi gì. Báo cho đội vận hành kèm mã lần theo.",
            "The message cannot be built from the stored data; nothing was sent. Tell the operating team the trace id."),
    CONTENT_UNSENDABLE(
            Side.AGENCY,
            "Nội dung không diễn đạt được theo mẫu quốc gia mà không cắt hay sửa; chưa gửi gì. Cơ quan gửi cần sửa hồ sơ"
                    + " và gửi phiên bản mới.",
            "The content cannot be said in the national form without cutting or changing it; nothing was sent. The agency"
                    + " must correct the dossier and send a new version."),
    OWN_TROUBLE(
            Side.OURS,
            "Cổng liên thông chưa kịp gửi vì bận hoặc gặp sự cố của chính mình; chưa gửi gì. Hệ thống sẽ tự gửi lại.",
            "The gateway was busy or in trouble of its own; nothing was sent. It will be sent again by itself."),
    SEAL_PENDING(
            Side.OURS,
            "Kết quả đang chờ được ký bằng con dấu số của cơ quan; chưa gửi gì. Hệ thống sẽ tự gửi khi ký xong.",
            "The result waits for the agency's electronic seal; nothing was sent. It will be sent by itself once sealed."),
    SUPERSEDED(
            Side.OURS,
            "Không gửi vì đã có trạng thái mới hơn của hồ sơ thay thế.",
            "Not sent because a newer state of the dossier replaced it."),
    MARKED_DONE(
            Side.OURS,
            "Người vận hành xác nhận bên nhận đã có, kèm bằng chứng.",
            "An operator vouches, with evidence, that the receiving system holds it."),
    CANCELLED_BY_PERSON(Side.OURS, "Người vận hành quyết định không gửi.", "An operator decided not to send it."),
    EXPIRED(Side.OURS, "Hết thời hạn gửi do hệ thống nhận quy định.", "The life set for this partner has ended.");

    /** On whose side the cause lies. */
    public enum Side {
        /** The gateway or the province that runs it. */
        OURS,
        /** The system that receives. */
        PARTNER,
        /** The agency whose dossier it is. */
        AGENCY
    }

    private final Side side;
    private final String vi;
    private final String en;

    Reason(Side side, String vi, String en) {
        this.side = side;
        this.vi = vi;
        this.en = en;
    }

    /** The code outsiders see: {@code MAYBE-SENT}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** Reads an outsider's code; fails on one that was never given. */
    public static Reason ofCode(String code) {
        return valueOf(code.replace('-', '_'));
    }

    /** On whose side the cause lies. */
    public Side side() {
        return side;
    }

    /** What happened and what to do. */
    public Bilingual text() {
        return new Bilingual(vi, en);
    }
}
