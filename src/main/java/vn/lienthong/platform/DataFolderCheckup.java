package vn.lienthong.platform;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.StartRefused;

/** The data folder: there, writable, with room, and whose it is now. Its lock is never touched. */
final class DataFolderCheckup implements Checkup {
    private final Environment environment;
    private final PlatformProperties settings;

    DataFolderCheckup(Environment environment, PlatformProperties settings) {
        this.environment = environment;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "data";
    }

    @Override
    public Bilingual title() {
        return new Bilingual("thư mục dữ liệu", "data folder");
    }

    @Override
    public Duration longest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public List<Diagnosis> examine() throws IOException {
        Path data = settings.data().toAbsolutePath().normalize();
        if (!Files.isDirectory(data)) {
            return List.of(Diagnosis.warning(
                    "DATA-MISSING",
                    new Bilingual("Chưa có thư mục " + data + ".", "There is no folder " + data + " yet."),
                    new Bilingual(
                            "Lần khởi động đầu tiên sẽ tạo; nếu đã chạy rồi, hãy chỉ đúng nơi bằng --lienthong.data=…",
                            "The first start makes it; if the gateway ran before, name the right one with"
                                    + " --lienthong.data=…")));
        }
        List<Diagnosis> found = new ArrayList<>();
        found.add(holder(data));
        if (!Files.isWritable(data)) {
            found.add(Diagnosis.error(
                    "DATA-NOT-WRITABLE",
                    new Bilingual(
                            "Người dùng này không ghi được vào " + data + ".",
                            "This user cannot write into " + data + "."),
                    new Bilingual(
                            "Chạy bằng người dùng của trục, hoặc sửa quyền thư mục.",
                            "Run as the gateway's user, or correct the folder's rights.")));
        }
        found.add(space(data));
        dataKey(data).ifPresent(found::add);
        return found;
    }

    /** By the number in the lock's file: trying the lock itself could make a gateway that starts now believe it taken. */
    private static Diagnosis holder(Path data) throws IOException {
        Path lock = data.resolve("lock");
        String holder = Files.isReadable(lock) ? Files.readString(lock).strip() : "";
        boolean runs = holder.matches("\\d{1,10}")
                && ProcessHandle.of(Long.parseLong(holder)).isPresent();
        return runs
                ? Diagnosis.well(
                        "DATA-IN-USE",
                        "Trục đang chạy trên thư mục này (PID " + holder + ").",
                        "A gateway runs on this folder (PID " + holder + ").")
                : Diagnosis.well(
                        "DATA-FREE",
                        "Không có trục nào đang chạy trên thư mục này.",
                        "No gateway runs on this folder.");
    }

    private Diagnosis space(Path data) throws IOException {
        FileStore disk = Files.getFileStore(data);
        DataSize least = DataSize.parse(environment.getProperty("lienthong.intake.least-disk", "256MB"));
        long free = disk.getUsableSpace();
        String vi = "Ổ đĩa còn trống " + (free >> 20) + " MB trong " + (disk.getTotalSpace() >> 20) + " MB.";
        String en = (free >> 20) + " MB of " + (disk.getTotalSpace() >> 20) + " MB are free on the disk.";
        Bilingual remedy = new Bilingual(
                "Dọn ổ đĩa hoặc gắn ổ lớn hơn; dưới " + least.toMegabytes() + " MB thì ngừng nhận hồ sơ.",
                "Clear the disk or give it a larger one; below " + least.toMegabytes() + " MB nothing is taken in.");
        if (free < least.toBytes()) {
            return Diagnosis.error("DATA-DISK-FULL", new Bilingual(vi, en), remedy);
        }
        return free < least.toBytes() * 8
                ? Diagnosis.warning("DATA-DISK-SOON", new Bilingual(vi, en), remedy)
                : Diagnosis.well("DATA-DISK", vi, en);
    }

    private Optional<Diagnosis> dataKey(Path data) {
        Path named = settings.dataKeyFile();
        Path file = named == null ? data.resolve("keys").resolve("data.key") : named;
        if (named == null && !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            DataKey.read(file);
            return Optional.of(Diagnosis.well(
                    "DATA-KEY", "Khóa niêm phong dữ liệu đọc được.", "The key that seals data can be read."));
        } catch (StartRefused refused) {
            return Optional.of(Diagnosis.error(
                    "DATA-KEY-UNFIT",
                    refused.findings().getFirst(),
                    new Bilingual(
                            "Khôi phục tệp khóa từ bản sao lưu và chmod 600.",
                            "Restore the key file from the backup and run chmod 600 on it.")));
        }
    }
}
