package vn.lienthong.document;

import java.time.Duration;
import org.springframework.util.unit.DataSize;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** What callers are told when a file cannot be taken in or given out. */
final class FileProblems {
    private static final Duration LATER = Duration.ofMinutes(1);

    private FileProblems() {}

    static ProblemException tooLarge(DataSize most) {
        return refuse(
                413,
                "ATTACHMENT-TOO-LARGE",
                "Tệp vượt quá " + most.toMegabytes() + " MB.",
                "The file is larger than " + most.toMegabytes() + " MB.");
    }

    static ProblemException name() {
        return refuse(
                422,
                "ATTACHMENT-NAME",
                "Tên tệp phải là SHA-256 của nội dung: 64 chữ số thập lục phân.",
                "A file's name is the SHA-256 of its content: 64 hexadecimal digits.");
    }

    static ProblemException otherDigest() {
        return refuse(
                422,
                "ATTACHMENT-DIGEST",
                "Nội dung nhận được không khớp SHA-256 trong địa chỉ; không lưu gì, hãy gửi lại.",
                "What arrived does not have the SHA-256 in the address; nothing was kept, send it again.");
    }

    static ProblemException cutOff() {
        return refuse(
                400,
                "REQUEST-CUT-OFF",
                "Tệp bị đứt giữa chừng hoặc gửi quá lâu; không lưu gì.",
                "The file ended before it was complete or took too long; nothing was kept.");
    }

    static ProblemException unknown() {
        return refuse(404, "ATTACHMENT-NOT-FOUND", "Không có tệp này.", "There is no such file.");
    }

    static ProblemException busy() {
        return later(
                "GATEWAY-BUSY",
                "Đang nhận quá nhiều tệp cùng lúc, hãy gửi lại sau.",
                "Too many files come in at a time; come again later.",
                Duration.ofSeconds(5));
    }

    static ProblemException diskLow() {
        return later(
                "DISK-LOW",
                "Máy chủ sắp hết dung lượng đĩa nên tạm ngừng nhận tệp; hãy gửi lại sau.",
                "The server is running out of disk space and takes no files in for now; come again later.",
                LATER);
    }

    static ProblemException unreachable() {
        return later(
                "FILES-UNREACHABLE",
                "Chưa đọc hoặc ghi được kho tệp; hãy thử lại sau.",
                "The store of files cannot be read or written for now; try again later.",
                LATER);
    }

    private static ProblemException refuse(int status, String code, String vi, String en) {
        return new ProblemException(Problem.of(status, code, vi, en));
    }

    private static ProblemException later(String code, String vi, String en, Duration wait) {
        return new ProblemException(Problem.of(503, code, vi, en), wait);
    }
}
