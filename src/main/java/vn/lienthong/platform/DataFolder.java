package vn.lienthong.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;

/**
 * The folder that holds everything this process keeps ({@code lienthong.data}). It belongs to one process at a time:
 * the lock on its file {@code lock} is held for life and released by the kernel even after SIGKILL.
 */
public final class DataFolder implements AutoCloseable {
    // closing any channel of a file drops all POSIX locks the process has on it: never open a second one
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the folder where it is missing and takes its lock, or refuses the start in one line. */
    public static DataFolder open(Path wanted) {
        Path path = created(wanted.toAbsolutePath().normalize());
        if (!HELD_HERE.add(path)) {
            throw inUse(path, String.valueOf(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        try {
            Path file = path.resolve("lock");
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(path, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(path, channel);
        } catch (IOException noRights) {
            giveUp(path, channel);
            throw notUsable(path, noRights);
        } catch (StartRefused taken) {
            giveUp(path, channel);
            throw taken;
        }
    }

    /** The folder, absolute, without symbolic links. */
    public Path path() {
        return path;
    }

    /** Gives the folder back to whoever starts next. */
    @Override
    public void close() {
        // once only: the name may belong to somebody else by now
        if (channel.isOpen()) {
            giveUp(path, channel);
        }
    }

    private static Path created(Path wanted) {
        try {
            return Files.createDirectories(wanted).toRealPath();
        } catch (IOException noRights) {
            throw notUsable(wanted, noRights);
        }
    }

    private static void giveUp(Path path, @Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // the kernel drops the lock with the process at the latest
        } finally {
            HELD_HERE.remove(path);
        }
    }

    private static StartRefused inUse(Path path, String holder) {
        return new StartRefused(
                "Thư mục dữ liệu " + path + " đang được một tiến trình Liên Thông khác sử dụng (PID " + holder
                        + "); hãy dừng tiến trình đó hoặc chọn thư mục khác bằng --lienthong.data=…",
                "the data folder is in use by another running Liên Thông (PID " + holder
                        + "); stop it or choose another folder with --lienthong.data=…");
    }

    private static StartRefused notUsable(Path path, IOException cause) {
        return new StartRefused(
                new Bilingual(
                        "Không tạo hoặc ghi được thư mục dữ liệu " + path
                                + ": hãy kiểm tra quyền hoặc đặt --lienthong.data=…",
                        "the data folder cannot be created or written (" + cause + "): check its rights or set"
                                + " --lienthong.data=…"),
                cause);
    }
}
