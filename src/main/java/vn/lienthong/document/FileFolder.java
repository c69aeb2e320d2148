package vn.lienthong.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.document.internal.Depot;
import vn.lienthong.document.internal.Incoming;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;

/** Files on disk, in folders two deep that the first digits of their names tell. */
final class FileFolder implements Depot {
    private static final Logger LOG = LoggerFactory.getLogger(FileFolder.class);

    private final Path folder;
    private final boolean shared;

    private FileFolder(Path folder, boolean shared) {
        this.folder = made(folder);
        this.shared = shared;
    }

    /** Of this node alone. */
    FileFolder(Path folder) {
        this(folder, false);
    }

    /** The folder set for all nodes, else one of this node alone among its data. */
    static FileFolder of(@Nullable Path set, Path data) {
        return set == null ? new FileFolder(data.resolve("files")) : new FileFolder(set, true);
    }

    /** Where a file lies. */
    Path place(Sha256Name name) {
        return directories(name).getFirst().resolve(name.hex());
    }

    /** The directories down to a file, the innermost first. */
    List<Path> directories(Sha256Name name) {
        Path first = folder.resolve(name.hex().substring(0, 2));
        return List.of(first.resolve(name.hex().substring(2, 4)), first, folder);
    }

    /** Where files wait until they are complete. */
    Path incoming() {
        return folder.resolve("incoming");
    }

    /** Makes what was done in a folder survive a power cut. */
    static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public boolean isThere(Sha256Name name) {
        return Files.exists(place(name));
    }

    @Override
    public Optional<InputStream> open(Sha256Name name) throws IOException {
        try {
            return Optional.of(Files.newInputStream(place(name)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Override
    public Incoming begin(Sha256Name name) throws IOException {
        return new FolderUpload(this, name);
    }

    @Override
    public void remove(Sha256Name name) throws IOException {
        if (Files.deleteIfExists(place(name))) {
            sync(directories(name).getFirst());
        }
    }

    @Override
    public int sweep(Instant before) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(incoming(), "*.part")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before) && Files.deleteIfExists(part)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    @Override
    public long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public boolean isShared() {
        return shared;
    }

    @Override
    public Optional<UUID> identity() {
        Path file = folder.resolve("store.id");
        try {
            return Optional.of(UUID.fromString(
                    Files.readString(file, StandardCharsets.US_ASCII).strip()));
        } catch (NoSuchFileException fresh) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unusable) {
            throw unusable(file, unusable);
        }
    }

    @Override
    public UUID identify(UUID fresh) {
        Path file = folder.resolve("store.id");
        try {
            Files.writeString(file, fresh.toString(), StandardOpenOption.CREATE_NEW);
            sync(folder);
        } catch (FileAlreadyExistsException known) {
            LOG.debug("The folder has its name", known);
        } catch (IOException unusable) {
            throw unusable(file, unusable);
        }
        return identity().orElseThrow();
    }

    @Override
    public void prove() throws IOException {
        Path part = incoming().resolve(UUID.randomUUID() + ".part");
        Files.createFile(part);
        Files.delete(part);
    }

    @Override
    public String where() {
        return folder.toString();
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private static Path made(Path wanted) {
        Path folder = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder.resolve("incoming"));
            return folder.toRealPath();
        } catch (IOException unusable) {
            throw unusable(folder, unusable);
        }
    }

    private static StartRefused unusable(Path path, Exception cause) {
        return new StartRefused(
                new Bilingual(
                        "Không dùng được thư mục tệp " + path + ": hãy kiểm tra quyền và lienthong.document.folder",
                        "the folder of files cannot be used (" + cause
                                + "): check its rights and lienthong.document.folder"),
                cause);
    }
}
