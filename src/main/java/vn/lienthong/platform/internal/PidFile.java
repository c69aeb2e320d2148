package vn.lienthong.platform.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL writes about itself into its folder: line 1 its process number, 4 its port, 8 how far its start is. */
public record PidFile(long pid, int port, boolean ready) {
    static final String NAME = "postmaster.pid";

    /** Reads it; empty when there is none or it is just being written. */
    public static Optional<PidFile> in(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(NAME), StandardCharsets.UTF_8);
            long pid = Long.parseLong(lines.getFirst().strip());
            int port = lines.size() >= 4 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return Optional.of(new PidFile(
                    pid, port, lines.size() >= 8 && lines.get(7).strip().equals("ready")));
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }
}
