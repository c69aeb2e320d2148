package vn.lienthong.simulator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that holds the {@link FeedMark}; replaced as a whole and synced, so that a kill leaves the old or the new. */
final class FeedMemory {
    private static final Logger LOG = LoggerFactory.getLogger(FeedMemory.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    FeedMemory(Path file) {
        this.file = file;
    }

    Optional<FeedMark> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode mark = JSON.readTree(Files.readString(file));
            return Optional.of(new FeedMark(
                    LocalDate.parse(mark.path("baseDay").asText()),
                    mark.path("done").asBoolean()));
        } catch (IOException | DateTimeException unreadable) {
            LOG.warn("{} không đọc được, bỏ qua / cannot be read, ignored: {}", file, unreadable.toString());
            return Optional.empty();
        }
    }

    void write(FeedMark mark) {
        byte[] text = ("{\"baseDay\":\"" + mark.baseDay() + "\",\"done\":" + mark.done() + "}\n")
                .getBytes(StandardCharsets.US_ASCII);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The feed cannot remember itself in " + file, unwritable);
        }
    }
}
