package vn.lienthong.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way to open a file of {@code schemas/}: contract, catalogues, reply tables, samples. A file in the folder
 * stands before the file of the same name packed into the program, so that a province changes one file and keeps the
 * rest. Names are relative, with slashes: {@code catalogue/agencies.json}.
 */
public final class SchemaFiles {
    /** Where the folder lies unless {@code lienthong.schemas} says otherwise. */
    public static final Path USUAL_FOLDER = Path.of("schemas");

    private static final String PACKED = "/schemas/";

    private final @Nullable Path folder;

    private SchemaFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Only what is packed into the program. */
    public static SchemaFiles packed() {
        return new SchemaFiles(null);
    }

    /** This folder before the program; refuses the start when it is no folder. */
    public static SchemaFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new StartRefused(
                    "Không thấy thư mục lienthong.schemas: " + folder.toAbsolutePath(),
                    "the folder of lienthong.schemas is not there: " + folder.toAbsolutePath());
        }
        return new SchemaFiles(folder);
    }

    /** The folder asked for; else the usual one where it exists, else only what is packed. */
    public static SchemaFiles choose(@Nullable Path asked) {
        if (asked != null) {
            return in(asked);
        }
        return Files.isDirectory(USUAL_FOLDER) ? in(USUAL_FOLDER) : packed();
    }

    /** The folder that stands before the program, if there is one. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** Opens a file; refuses the start when it is nowhere. */
    public InputStream open(String name) {
        try {
            Path own = inFolder(name);
            InputStream found =
                    own != null ? Files.newInputStream(own) : SchemaFiles.class.getResourceAsStream(PACKED + name);
            if (found == null) {
                throw new StartRefused("Thiếu tệp " + whereIs(name), "a file is missing: " + whereIs(name));
            }
            return found;
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /** The whole file; refuses the start when it is nowhere or cannot be read. */
    public byte[] read(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /** Whether there is such a file. */
    public boolean has(String name) {
        return inFolder(name) != null || SchemaFiles.class.getResource(PACKED + name) != null;
    }

    /** Where a file is read from, for messages to a person. */
    public String whereIs(String name) {
        Path own = inFolder(name);
        return own != null ? own.toString() : "schemas/" + name;
    }

    private @Nullable Path inFolder(String name) {
        if (name.startsWith("/") || name.contains("..") || name.contains("\\")) {
            throw new IllegalArgumentException("Not a name below schemas/: " + name);
        }
        if (folder == null) {
            return null;
        }
        Path own = folder.resolve(name);
        return Files.isRegularFile(own) ? own : null;
    }

    private StartRefused unreadable(String name, IOException cause) {
        return new StartRefused(
                new Bilingual(
                        "Không đọc được tệp " + whereIs(name) + ": hãy kiểm tra quyền đọc",
                        "the file " + whereIs(name) + " cannot be read (" + cause + ")"),
                cause);
    }
}
