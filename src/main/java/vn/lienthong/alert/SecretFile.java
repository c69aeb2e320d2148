package vn.lienthong.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A secret by reference, read anew each time, so that a changed file is enough to change it. */
final class SecretFile {
    private SecretFile() {}

    static Optional<String> read(@Nullable Path file) throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return Optional.of(lines.findFirst().orElse("").strip());
        }
    }
}
