package vn.lienthong.simulator.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of lines that only grows. What {@link #append} returned from has been handed to the operating system and
 * outlives this process, however it ends; only a power cut can take it back. (Plain file calls, not channels: an
 * interrupt, as on shutdown, would close a channel in the middle.)
 */
public final class LineFile implements Closeable {
    private final Path path;
    private final RandomAccessFile writer;
    private final RandomAccessFile reader;
    private long end;

    private LineFile(Path path) throws IOException {
        this.path = path;
        this.writer = new RandomAccessFile(path.toFile(), "rw");
        this.reader = new RandomAccessFile(path.toFile(), "r");
        this.end = writer.length();
    }

    /** Opens the file, made empty if it is not there. */
    public static LineFile open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return new LineFile(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reader of one line at a time. */
    public interface LineReader {
        /** Takes a line without its end; false: from here on the file makes no sense. */
        boolean take(long position, byte[] line);
    }

    /** Reads all whole lines from the beginning, until the reader has had enough. */
    public void scan(LineReader lines) {
        try (var in = Files.newInputStream(path)) {
            new LineScan(in).run(lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Cuts what follows the last line that counts. More than a torn line is kept aside, for whoever wants to know. */
    public synchronized void cut(long position) {
        try {
            byte[] tail =
                    position < end && end - position < 64 << 20 ? read(position, (int) (end - position)) : new byte[0];
            if (new String(tail, StandardCharsets.ISO_8859_1).indexOf('\n') >= 0) {
                Path aside = path.resolveSibling(path.getFileName() + ".damaged");
                Files.write(aside, tail, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            writer.setLength(position);
            end = position;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds these bytes and returns where they begin; after a failure the file is as it was before. */
    public synchronized long append(byte[] bytes) {
        long position = end;
        try {
            writer.seek(position);
            writer.write(bytes);
            end = position + bytes.length;
            return position;
        } catch (IOException failure) {
            restore(failure);
            throw new UncheckedIOException(failure);
        }
    }

    private void restore(IOException failure) {
        try {
            writer.setLength(end);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    /** The bytes of one line written before. */
    public byte[] read(long position, int length) {
        byte[] bytes = new byte[length];
        synchronized (reader) {
            try {
                reader.seek(position);
                reader.readFully(bytes);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return bytes;
    }

    /** How long the file is. */
    public synchronized long size() {
        return end;
    }

    @Override
    public void close() throws IOException {
        writer.close();
        reader.close();
    }
}
