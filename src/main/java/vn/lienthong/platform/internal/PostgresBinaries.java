package vn.lienthong.platform.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;
import vn.lienthong.kernel.StartRefused;

/** The server programs out of the jar, unpacked once. A folder below {@code home} is complete or does not exist. */
public record PostgresBinaries(Path home) {
    private static final String UNPACKING = "unpacking-";

    /** Unpacks below {@code folder} unless that was done before; safe when several processes do so at once. */
    public static PostgresBinaries unpackedBelow(Path folder) throws IOException {
        URL archive = archive();
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        try (InputStream packed = connection.getInputStream()) {
            Path home = folder.resolve("postgres-" + Long.toHexString(connection.getContentLengthLong()));
            if (!Files.isDirectory(home)) {
                removeUnfinished(Files.createDirectories(folder));
                unpack(
                        packed,
                        Files.createTempDirectory(
                                folder, UNPACKING + ProcessHandle.current().pid() + "-"),
                        home);
            }
            return new PostgresBinaries(home);
        }
    }

    /** The path of one program. */
    public String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Removes what a killed process had not finished; the number in the name tells whose it is. */
    private static void removeUnfinished(Path folder) throws IOException {
        try (var left = Files.newDirectoryStream(folder, UNPACKING + "*")) {
            for (Path each : left) {
                String number = each.getFileName().toString().split("-")[1];
                if (ProcessHandle.of(Long.parseLong(number)).isEmpty()) {
                    FileSystemUtils.deleteRecursively(each);
                }
            }
        }
    }

    private static void unpack(InputStream packed, Path fresh, Path home) throws IOException {
        try {
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(entry, tar, fresh);
                }
            }
            Shell.tried("sync", "-f", fresh.toString());
            Shell.tried("chmod", "755", fresh.toString());
            Files.move(fresh, home);
        } catch (IOException failed) {
            FileSystemUtils.deleteRecursively(fresh);
            // another process may have been faster: its copy is as good as ours
            if (!Files.isDirectory(home)) {
                throw failed;
            }
        }
    }

    private static void place(TarArchiveEntry entry, TarArchiveInputStream content, Path fresh) throws IOException {
        Path target = fresh.resolve(entry.getName()).normalize();
        if (!target.startsWith(fresh)) {
            throw new IOException("The PostgreSQL archive points outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0 || target.startsWith(fresh.resolve("bin"))) {
                Shell.executable(target);
            }
        }
    }

    private static URL archive() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> machine;
        };
        URL found = PostgresBinaries.class.getResource("/postgres-linux-" + name + ".txz");
        if (found == null || !System.getProperty("os.name").startsWith("Linux")) {
            String system = System.getProperty("os.name") + " " + machine;
            throw new StartRefused(
                    "Không có PostgreSQL nhúng cho " + system
                            + ": hãy đặt SPRING_DATASOURCE_URL trỏ tới một máy chủ PostgreSQL",
                    "no embedded PostgreSQL for " + system + ": let SPRING_DATASOURCE_URL name a PostgreSQL server");
        }
        return found;
    }
}
