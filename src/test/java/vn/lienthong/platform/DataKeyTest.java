package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.kernel.StartRefused;

class DataKeyTest {
    @TempDir
    Path root;

    @Test
    void isMadeOnceForItsOwnerAlone() throws IOException {
        Path file = root.resolve("keys/data.key");
        byte[] first = DataKey.readOrMade(file).getEncoded();
        assertThat(first).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(DataKey.readOrMade(file).getEncoded()).isEqualTo(first);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void isNeverMade_whereItMustExist() {
        assertThatThrownBy(() -> DataKey.read(root.resolve("none")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("does not exist");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void isRefused_whenItHasAnotherSize() throws IOException {
        Path file = ownerOnly(new byte[31]);
        assertThatThrownBy(() -> DataKey.read(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("31");
    }

    @Test
    void isRefused_whenOthersCanReadIt() throws IOException {
        Path file = ownerOnly(new byte[32]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> DataKey.read(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("chmod 600");
    }

    private Path ownerOnly(byte[] content) throws IOException {
        Path file = Files.write(root.resolve("key"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
