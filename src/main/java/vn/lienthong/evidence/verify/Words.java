package vn.lienthong.evidence.verify;

import java.util.Map;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.Finding;

/** Every finding of a container or a tree, in the words of somebody who has to explain it. */
final class Words {
    /** Nobody said whose signature is expected. */
    static final String SIGNER_NOT_NAMED = "SIGNER-NOT-NAMED";

    /** The newest stamp's certificates have ended, and none was put over it. */
    static final String STAMP_ENDED = "STAMP-ENDED";

    /** A stamp was put over another whose certificates had ended. */
    static final String RENEWED_LATE = "RENEWED-LATE";

    private static final Map<String, Bilingual> TEXTS = Map.ofEntries(
            text("FILE-UNREADABLE", "Không đọc được tệp.", "The file cannot be read."),
            text("FILE-TOO-LARGE", "Tệp lớn quá mức cho phép.", "The file is larger than allowed."),
            text("ZIP-TRUNCATED", "Tệp bị cụt hoặc không phải tệp zip.", "The file is cut short or is no zip."),
            text("ZIP-TRAILING", "Có dữ liệu sau phần cuối tệp zip.", "Data stand behind the end of the zip."),
            text("ZIP-HIDDEN", "Có dữ liệu ẩn giữa các tệp.", "Hidden data stand between the files."),
            text(
                    "ZIP-HEADERS",
                    "Các phần đầu tệp zip mâu thuẫn nhau.",
                    "The headers of the zip contradict each other."),
            text("ZIP-DUPLICATE", "Hai tệp trùng tên.", "Two files have one name."),
            text(
                    "ZIP-PATH",
                    "Tên tệp nguy hiểm (đường dẫn tuyệt đối, “..”).",
                    "A file name is dangerous (absolute, '..')."),
            text("ZIP-BOMB", "Nội dung giải nén lớn bất thường.", "The content grows beyond measure when unpacked."),
            text(
                    "ZIP-METHOD",
                    "Tệp bị mã hóa hoặc nén theo cách lạ.",
                    "A file is encrypted or packed in a strange way."),
            text("ZIP-CRC", "Nội dung tệp không khớp mã kiểm.", "A file does not match its checksum."),
            text(
                    "CONTAINER-MIMETYPE",
                    "Tệp “mimetype” thiếu, sai hoặc không đứng đầu.",
                    "The file 'mimetype' is missing, wrong or not first."),
            text(
                    "CONTAINER-MANIFEST",
                    "Danh sách tệp được ký bị thiếu hoặc không hiểu được.",
                    "The signed list of files is missing or not understood."),
            text("CONTAINER-UNSIGNED", "Gói không có chữ ký.", "The container carries no signature."),
            text("ENTRY-UNCOVERED", "Có tệp không được chữ ký bảo vệ.", "A file is not covered by the signature."),
            text("ENTRY-MISSING", "Thiếu tệp có trong danh sách được ký.", "A file of the signed list is missing."),
            text("ENTRY-CHANGED", "Tệp khác với danh sách được ký.", "A file differs from the signed list."),
            text("CONTAINER-EMPTY", "Gói không có bằng chứng nào.", "The container holds no evidence."),
            text("MESSAGE-MISSING", "Thiếu bản tin.", "The message is missing."),
            text("MESSAGE-COUNT", "Có hơn một bản tin.", "There is more than one message."),
            text(
                    "MESSAGE-CHANGED",
                    "Bản tin không phải bản tin mà lá của cây bằng chứng ghi.",
                    "The message is not the one that its leaf tells of."),
            text("LEAF-MISSING", "Thiếu lá của cây bằng chứng.", "The leaf of the tree is missing."),
            text("LEAF-FORM", "Lá không đúng mẫu.", "The leaf is not of the right form."),
            text(
                    "PROOF-MISSING",
                    "Thiếu chứng minh rằng lá nằm trong cây.",
                    "The proof that the leaf stands in the tree is missing."),
            text("PROOF-FORM", "Chứng minh không đúng mẫu.", "The proof is not of the right form."),
            text(
                    "PROOF-WRONG",
                    "Lá không nằm trong cây mà điểm chốt đã ký.",
                    "The leaf does not stand in the tree that the checkpoint signs."),
            text(
                    "CHECKPOINT-MISSING",
                    "Thiếu điểm chốt mà chứng minh dựa vào.",
                    "The checkpoint that the proof leads to is missing."),
            text("CHECKPOINT-FORM", "Điểm chốt không đúng mẫu.", "The checkpoint is not of the right form."),
            text("CHECKPOINT-UNSIGNED", "Điểm chốt không có chữ ký.", "The checkpoint carries no signature."),
            text(
                    "CHECKPOINT-NOT-STAMPED",
                    "Điểm chốt chưa có dấu thời gian tin được; thời điểm chỉ do bên ký nêu.",
                    "The checkpoint has no believed time-stamp; its time is only claimed."),
            text(
                    "OTHER-TREE",
                    "Chứng minh thuộc về cây khác với điểm chốt.",
                    "The proof is of another tree than the checkpoint."),
            text(
                    "SIGNER-DIFFERS",
                    "Gói và điểm chốt do hai bên khác nhau ký.",
                    "Container and checkpoint are signed by different parties."),
            text(
                    "SIGNER-UNEXPECTED",
                    "Người ký không phải bên được nêu (--signer: trọn tên CN hoặc trọn tên DN).",
                    "The signer is not the one named (--signer: a whole CN or a whole DN)."),
            text(
                    SIGNER_NOT_NAMED,
                    "Chưa nêu --signer: chữ ký đúng, nhưng ai có chứng thư dưới gốc được tin cũng ký được như vậy; hãy tự đối"
                            + " chiếu tên người ký.",
                    "No --signer was given: the signature holds, but anybody with a certificate below the believed root could"
                            + " have made it; compare the signer's name yourself."),
            text(
                    "TIME-BACKWARDS",
                    "Dấu thời gian sớm hơn lúc nhận bản tin.",
                    "The time-stamp is older than the message."),
            text(
                    "CONSISTENCY-FORM",
                    "Chứng minh nối hai điểm chốt không đúng mẫu.",
                    "The proof between two checkpoints is not of the right form."),
            text(
                    "CONSISTENCY-WRONG",
                    "Cây sau không chứa nguyên vẹn cây trước: có lá bị sửa, bị bớt hoặc đảo chỗ.",
                    "The later tree does not begin with the earlier one: leaves were changed, left out or reordered."),
            text(
                    "CONSISTENCY-NO-CHECKPOINT",
                    "Chứng minh nối một điểm chốt không có ở đây.",
                    "The proof ties a checkpoint that is not here."),
            text(
                    "TREE-FORK",
                    "Hai điểm chốt cùng cây, cùng số lá nhưng khác gốc: lịch sử đã bị làm lại.",
                    "Two checkpoints of one tree and size have different roots: history was rewritten."),
            text(
                    "TREE-UNLINKED",
                    "Có các điểm chốt của cùng một cây chưa được chứng minh nối với nhau; lấy thêm ở GET /v1/evidence/checkpoints.",
                    "Checkpoints of one tree are not proven to belong together; get the proof at GET /v1/evidence/checkpoints."),
            text(
                    STAMP_ENDED,
                    "Chứng thư của dấu thời gian đã hết hạn và chưa được gia hạn: nội dung không bị sửa so với chữ ký, nhưng thời"
                            + " điểm không còn được chứng minh; lấy gói mới ở GET /v1/evidence/{id}, nơi dấu được gia hạn.",
                    "The time-stamp's certificate has ended and nothing renewed it: the content is what was signed, but its time is"
                            + " no longer proven; get the container again at GET /v1/evidence/{id}, where stamps are renewed."),
            text(
                    RENEWED_LATE,
                    "Dấu thời gian được gia hạn sau khi chứng thư của dấu trước đã hết hạn: thời điểm chỉ được chứng minh từ lúc gia"
                            + " hạn.",
                    "A time-stamp was renewed after the certificate of the one before had ended: time is proven only from the"
                            + " renewal on."),
            text(
                    "RENEWAL-INCOMPLETE",
                    "Bản gia hạn thiếu danh sách hoặc dấu thời gian.",
                    "A renewal lacks its list or its time-stamp."),
            text("RENEWAL-FORM", "Danh sách gia hạn không đúng mẫu.", "A list of renewals is not of the right form."),
            text(
                    "RENEWAL-OF-ANOTHER",
                    "Danh sách gia hạn không nêu đúng điểm chốt này cùng các dấu trước nó.",
                    "A list of renewals does not name this checkpoint with the stamps it had until then."),
            text(
                    "RENEWAL-BACKWARDS",
                    "Dấu gia hạn sớm hơn dấu mà nó gia hạn.",
                    "A renewal is older than the time-stamp it renews."),
            text(
                    "SAMPLE",
                    "Chứng thư MẪU, ai cũng có khóa: không có giá trị ngoài thử nghiệm.",
                    "SAMPLE certificate, whose key everybody has: worth nothing outside of trials."));

    private Words() {}

    private static Map.Entry<String, Bilingual> text(String code, String vi, String en) {
        return Map.entry(code, new Bilingual(vi, en));
    }

    static Finding error(String code) {
        return finding(Finding.Severity.ERROR, code, "");
    }

    /** A finding about the file or place of this name. */
    static Finding error(String code, String name) {
        return finding(Finding.Severity.ERROR, code, name);
    }

    static Finding warning(String code) {
        return finding(Finding.Severity.WARNING, code, "");
    }

    /** One about the file or time of this name. */
    static Finding warning(String code, String name) {
        return finding(Finding.Severity.WARNING, code, name);
    }

    private static Finding finding(Finding.Severity severity, String code, String name) {
        Bilingual text = TEXTS.get(code);
        if (text == null) {
            throw new IllegalArgumentException("No words for " + code);
        }
        return new Finding(
                severity,
                code,
                name.isEmpty() ? text : new Bilingual(text.vi() + " (" + name + ")", text.en() + " (" + name + ")"));
    }
}
