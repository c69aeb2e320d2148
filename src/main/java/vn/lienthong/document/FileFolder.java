package vn.lienthong.document;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.Company;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;

/**
 * Where files lie. The folder carries a name that the database knows: a node whose folder is another one would miss what
 * others took in, so it does not start while others run.
 */
@Component
class FileFolder {
    private static final Logger LOG = LoggerFactory.getLogger(FileFolder.class);

    private final Path folder;
    private final boolean shared;

    @Autowired
    FileFolder(
            DocumentProperties settings, @Value("${lienthong.data}") Path data, FileRepository files, Company company) {
        Path own = settings.folder();
        this.shared = own != null;
        this.folder = made(own == null ? data.resolve("files") : own);
        UUID here = identity();
        UUID known = files.storeOr(here);
        if (!known.equals(here)) {
            if (company.present()) {
                throw new StartRefused(
                        "Thư mục tệp " + folder + " không phải thư mục mà các nút khác đang dùng: hãy đặt cùng một"
                                + " lienthong.document.folder dùng chung cho mọi nút",
                        "the folder of files is not the one that other running nodes use: set one shared"
                                + " lienthong.document.folder for all of them");
            }
            LOG.warn(
                    "Thư mục tệp {} không phải thư mục cũ của cơ sở dữ liệu này; tệp đã nhận trước đây không có ở đây /"
                            + " the folder of files is not the one this database knew; files taken in before are not here",
                    folder);
            files.adoptStore(here);
        }
    }

    FileFolder(Path folder) {
        this.shared = false;
        this.folder = made(folder);
    }

    Path path() {
        return folder;
    }

    /** Whether other nodes may be at work in it. */
    boolean isShared() {
        return shared;
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

    private UUID identity() {
        Path file = folder.resolve("store.id");
        try {
            try {
                Files.writeString(file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
                sync(folder);
            } catch (FileAlreadyExistsException known) {
                LOG.debug("The folder has its name", known);
            }
            return UUID.fromString(
                    Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException | IllegalArgumentException unusable) {
            throw unusable(file, unusable);
        }
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
