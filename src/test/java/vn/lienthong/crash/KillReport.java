package vn.lienthong.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The kills and what came of them, as a table. */
final class KillReport {
    private final long seed;
    private final List<String> rows = new ArrayList<>();
    private final List<Duration> recoveries = new ArrayList<>();

    KillReport(long seed) {
        this.seed = seed;
    }

    /** One kill: what was wrong with the portal then, how much had been accepted, how long until ready again. */
    void kill(String victim, String fault, int accepted, Duration recovery) {
        recoveries.add(recovery);
        rows.add("| %d | %s | %s | %d | %.1f |"
                .formatted(rows.size() + 1, victim, fault, accepted, recovery.toMillis() / 1000.0));
    }

    /** The whole text. */
    String text(Ledger ledger, Comparison found, int parked, Duration drain) {
        List<Duration> sorted = recoveries.stream().sorted().toList();
        String summary = String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %d | %d | %d | %d | %d | %.1f / %.1f / %.1f s | %.1f s |",
                rows.size(),
                ledger.size(),
                ledger.repeats(),
                found.confirmed(),
                found.superseded(),
                parked,
                found.lost().size() + found.invented().size(),
                found.doubled().size(),
                found.inverted().size(),
                seconds(sorted.getFirst()),
                seconds(sorted.get(sorted.size() / 2)),
                seconds(sorted.getLast()),
                seconds(drain));
        return """

                ## %s, seed %d

                | kills | accepted | repeated calls | confirmed | superseded | parked | lost or invented | doubled | inverted | \
                ready again, min / median / max | backlog drained |
                |---|---|---|---|---|---|---|---|---|---|---|
                %s

                | kill | victim | portal | accepted before | ready again, s |
                |---|---|---|---|---|
                %s
                """.formatted(
                        LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES), seed, summary, String.join("\n", rows));
    }

    /** Adds a text to a file that is kept over runs. */
    static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
