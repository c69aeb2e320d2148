package vn.lienthong.platform.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A small file for its owner alone, which a kill or a power cut leaves whole or absent. */
public final class SecretFile {
    private SecretFile() {}

    /** Writes it to disk first and gives it its name then, making the folder where it is missing. */
    public static void make(Path file, byte[] content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling("."));
        // readable by its owner alone, as the platform makes temporary files
        Path fresh = Files.createTempFile(folder, "secret", ".new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        keepNames(folder);
    }

    /** Brings the names of a folder to disk, so that a rename in it outlives a power cut. */
    static void keepNames(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
