package vn.lienthong.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The small state of all twins (sessions, knobs, counters) as a journal. State changes in one way only: a line is
 * written, then every memory recalls it, at once and again at the next start. Grown long, it is written anew from what
 * the memories hold.
 */
public final class Ledger implements Closeable {
    /** A part of the state, made of the lines it understands. */
    public interface Memory {
        /** Takes in one line; lines of others are passed over. */
        void recall(JsonNode line);

        /** Says in as few lines as possible what it holds. */
        void summarise(Consumer<ObjectNode> lines);
    }

    private final Path path;
    private final long shortest;
    private long longest;
    private LineFile file;
    private List<Memory> memories = List.of();

    /** Opens the journal; nothing is recalled until {@link #recall}. */
    public Ledger(Path path, long longest) {
        this.path = path;
        this.shortest = longest;
        this.longest = longest;
        this.file = LineFile.open(path);
    }

    /** Lets these memories take in all lines, now and from now on. */
    public synchronized void recall(List<Memory> all) {
        memories = List.copyOf(all);
        long[] good = {0};
        file.scan((position, line) -> {
            Optional<JsonNode> read = Json.read(line);
            read.ifPresent(this::tell);
            good[0] = read.isPresent() ? position + line.length + 1 : good[0];
            return read.isPresent();
        });
        file.cut(good[0]);
        renewIfLong();
    }

    /** Writes one line and lets the memories take it in. */
    public synchronized void record(ObjectNode line) {
        file.append(lined(line));
        tell(line);
        renewIfLong();
    }

    private void tell(JsonNode line) {
        memories.forEach(memory -> memory.recall(line));
    }

    private void renewIfLong() {
        if (file.size() < longest) {
            return;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        memories.forEach(memory -> memory.summarise(line -> lines.writeBytes(lined(line))));
        try {
            Path fresh = path.resolveSibling(path.getFileName() + ".new");
            Files.write(fresh, lines.toByteArray());
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
            file.close();
            file = LineFile.open(path);
            longest = Math.max(shortest, 2 * file.size());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] lined(ObjectNode line) {
        byte[] json = Json.bytes(line);
        byte[] bytes = Arrays.copyOf(json, json.length + 1);
        bytes[json.length] = '\n';
        return bytes;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
