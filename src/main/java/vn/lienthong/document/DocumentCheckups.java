package vn.lienthong.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.unit.DataSize;
import vn.lienthong.document.internal.BucketExamination;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.RenewalCounts;
import vn.lienthong.signing.RenewalProperties;

/** What this room lets {@code doctor} look at: where files lie. */
public final class DocumentCheckups {
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private record Look(Duration longest, Callable<List<Diagnosis>> look) implements Checkup {
        @Override
        public String id() {
            return "files";
        }

        @Override
        public Bilingual title() {
            return new Bilingual("kho tệp", "store of files");
        }

        @Override
        public List<Diagnosis> examine() throws Exception {
            return look.call();
        }
    }

    private DocumentCheckups() {}

    /** The checkups of these settings; {@code data} is the data folder. */
    public static List<Checkup> of(DocumentProperties settings, Path data, GatewayClock clock) {
        return switch (settings.store()) {
            case S3 ->
                List.of(new Look(
                        settings.s3().longestCall().plus(MARGIN),
                        () -> new BucketExamination(settings.s3(), clock).examine()));
            case FOLDER ->
                List.of(new Look(
                        MARGIN,
                        () -> List.of(folder(
                                settings.folder() == null ? data.resolve("files") : settings.folder(),
                                settings.leastDisk()))));
        };
    }

    private static Diagnosis folder(Path folder, DataSize least) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Diagnosis.warning(
                    "FILES-MISSING",
                    new Bilingual("Chưa có thư mục tệp " + folder + ".", "There is no folder of files " + folder + "."),
                    new Bilingual(
                            "Lần khởi động đầu tiên sẽ tạo; nếu đã chạy rồi, gắn lại ổ hoặc sửa lienthong.document.folder.",
                            "The first start makes it; if the gateway ran before, mount it again or correct"
                                    + " lienthong.document.folder."));
        }
        if (!Files.isWritable(folder)) {
            return Diagnosis.error(
                    "FILES-NOT-WRITABLE",
                    new Bilingual("Không ghi được vào " + folder + ".", "Nothing can be written into " + folder + "."),
                    new Bilingual(
                            "Chạy bằng người dùng của trục, hoặc sửa quyền thư mục.",
                            "Run as the gateway's user, or correct the folder's rights."));
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        String vi = "Thư mục tệp " + folder + " còn trống " + (free >> 20) + " MB.";
        String en = (free >> 20) + " MB are free in the folder of files " + folder + ".";
        return free < least.toBytes()
                ? Diagnosis.error(
                        "FILES-DISK-FULL",
                        new Bilingual(vi, en),
                        new Bilingual(
                                "Dọn ổ đĩa; dưới " + least.toMegabytes() + " MB thì ngừng nhận tệp.",
                                "Clear the disk; below " + least.toMegabytes() + " MB no file is taken in."))
                : Diagnosis.well("FILES-DISK", vi, en);
    }

    /** How many results are to be renewed, read over this connection. */
    public static RenewalCounts renewals(Connection connection, RenewalProperties settings, GatewayClock clock) {
        return new ResultRenewalRepository(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), clock)
                .counts(settings);
    }
}
