package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.LineFile;

/**
 * All effects in the order they happened, one JSON line each; it is the history itself, so it is never shortened. The
 * lines of one call say how many more follow, and a call whose last line is missing at the next start never happened.
 * Emptying begins a file with the next number. Not safe for use by several threads.
 */
final class EffectLog implements Closeable {
    private static final String MORE = "more";
    private static final String DUPLICATES = "duplicates";

    private final Path directory;
    private LineFile file;
    private int generation;
    private long[] positions = new long[1024];
    private int[] lengths = new int[1024];
    private int count;

    EffectLog(Path directory) {
        this.directory = directory;
        List<Integer> found = generations();
        generation = found.isEmpty() ? 1 : found.getLast();
        file = LineFile.open(path(generation));
        found.stream().filter(old -> old < generation).forEach(this::delete);
    }

    /** Takes what one call did: its effects, then how many repeats it had. */
    interface Listener {
        void took(List<Effect> effects, int duplicates);
    }

    /** Reads everything that was written, and drops what was not written to its end. */
    void replay(Listener listener) {
        List<Effect> call = new ArrayList<>();
        long[] good = {0};
        file.scan((position, line) -> {
            Optional<ObjectNode> head = Effect.head(line);
            if (head.isEmpty()) {
                return false;
            }
            if (head.get().has("number")) {
                Effect effect = Effect.read(head.get());
                if (effect.number() != count + 1) {
                    return false;
                }
                call.add(effect);
                index(position, line.length);
            }
            if (head.get().path(MORE).intValue() == 0) {
                listener.took(call, head.get().path(DUPLICATES).intValue());
                call.clear();
                good[0] = position + line.length + 1;
            }
            return true;
        });
        count -= call.size();
        file.cut(good[0]);
    }

    /** Writes what one call does, all of it or, when this throws, nothing. */
    void write(List<Effect> effects, List<Item> items, int duplicates) {
        Group group = new Group();
        int more = effects.size() - (duplicates > 0 ? 0 : 1);
        for (int i = 0; i < effects.size(); i++) {
            ObjectNode head = effects.get(i).write();
            group.line(head.put(MORE, more - i), items.get(i).json());
        }
        if (duplicates > 0) {
            group.line(Json.object().put(MORE, 0).put(DUPLICATES, duplicates), null);
        }
        long position = file.append(group.bytes());
        for (int i = 0; i < effects.size(); i++) {
            index(position + group.start(i), group.length(i));
        }
    }

    private void index(long position, int length) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        positions[count] = position;
        lengths[count++] = length;
    }

    /** How many effects there are; the last one's number. */
    int count() {
        return count;
    }

    /** The line of an effect. */
    byte[] line(int number) {
        return file.read(positions[number - 1], lengths[number - 1]);
    }

    /** Forgets everything. */
    void restart() {
        close();
        int old = generation++;
        file = LineFile.open(path(generation));
        count = 0;
        delete(old);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path path(int number) {
        return directory.resolve("effects-%06d.jsonl".formatted(number));
    }

    private void delete(int number) {
        try {
            Files.deleteIfExists(path(number));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Integer> generations() {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.matches("effects-\\d{6}\\.jsonl"))
                        .map(name -> Integer.parseInt(name, 8, 14, 10))
                        .sorted()
                        .toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
