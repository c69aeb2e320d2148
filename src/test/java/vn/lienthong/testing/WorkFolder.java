package vn.lienthong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders below {@code target} for processes under test; kept until the same test runs again, for a look at the logs. */
public final class WorkFolder {
    private WorkFolder() {}

    /** An empty folder for the test of this name. */
    public static Path fresh(String name) {
        Path folder = Path.of("target", "processes", name).toAbsolutePath();
        try {
            FileSystemUtils.deleteRecursively(folder);
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
