package vn.lienthong.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.platform.internal.SecretFile;

/** The file with the 32 bytes that seal personal data at rest. */
final class DataKey {
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    private DataKey() {}

    /** Reads the key, making it first where there is none; for the sandbox. */
    static SecretKey readOrMade(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
        } catch (IOException noRights) {
            throw unreadable(file, noRights);
        }
        return read(file);
    }

    /** Reads the key, or refuses the start when it is missing, of another size, or open to other users. */
    static SecretKey read(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new StartRefused(
                        "Tệp khóa dữ liệu " + file + " phải có đúng 32 byte, đang có " + key.length,
                        "the data key file must hold exactly 32 bytes and holds " + key.length);
            }
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new StartRefused(
                        "Tệp khóa dữ liệu " + file + " để người dùng khác đọc hoặc ghi được: hãy chạy chmod 600 "
                                + file,
                        "the data key file can be read or written by other users: run chmod 600 on it");
            }
            return new SecretKeySpec(key, "AES");
        } catch (NoSuchFileException missing) {
            throw new StartRefused(
                    "Không có tệp khóa dữ liệu " + file
                            + ": hãy khôi phục từ bản sao lưu, hoặc tạo mới cho cơ sở dữ liệu trống bằng openssl rand -out "
                            + file + " 32",
                    "the data key file does not exist: restore it from the backup, or for an empty database make one"
                            + " with openssl rand");
        } catch (IOException noRights) {
            throw unreadable(file, noRights);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        SecretFile.make(file, key);
    }

    private static StartRefused unreadable(Path file, IOException cause) {
        return new StartRefused(
                new Bilingual(
                        "Không đọc hoặc tạo được tệp khóa dữ liệu " + file + ": hãy kiểm tra quyền",
                        "the data key file cannot be read or made (" + cause + ")"),
                cause);
    }
}
