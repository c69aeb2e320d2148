package vn.lienthong.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The kills and what came of them, one JSON line each in a file that runs add to. A kill is written only together with
 * the judgement that followed it.
 */
final class CrashReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<ObjectNode> unjudged = new ArrayList<>();

    CrashReport(Path file) {
        this.file = file;
    }

    /** One kill; {@code before}: accepted since the kill before it; {@code resolved}: when the last in flight was. */
    void kill(
            CrashPoint point,
            String site,
            long seed,
            int nodes,
            int node,
            int before,
            Duration recovery,
            int inFlight,
            Optional<Duration> resolved) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("point", point.name())
                .put("site", site)
                .put("seed", seed)
                .put("nodes", nodes)
                .put("node", node)
                .put("acceptedBefore", before)
                .put("recoveryMs", recovery.toMillis())
                .put("inFlight", inFlight);
        resolved.ifPresent(time -> line.put("resolvedMs", time.toMillis()));
        unjudged.add(line);
    }

    /** What the ledger and the portal say about everything since the judgement before. */
    void judgement(ObjectNode figures) {
        List<String> lines =
                unjudged.stream().map(ObjectNode::toString).collect(Collectors.toCollection(ArrayList::new));
        lines.add(figures.put("judged", unjudged.size()).toString());
        unjudged.clear();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many kills were judged, in all runs. */
    int kills() {
        return kills(
                lines(), kill -> counts(CrashPoint.valueOf(kill.path("point").asText())));
    }

    /** All runs together, as Markdown. */
    String text() {
        List<JsonNode> lines = lines();
        String seeds = lines.stream()
                .filter(line -> line.has("seed"))
                .map(line -> line.path("seed").asText())
                .distinct()
                .collect(Collectors.joining(", "));
        String rows = Arrays.stream(CrashPoint.values())
                .map(point -> row(point, lines))
                .collect(Collectors.joining("\n"));
        return "\nseeds " + seeds + "\n\n"
                + """
                | killed at | kills | 1 node | 2 nodes | 3 nodes | least accepted before | ready again, min / median / max | all in flight \
                resolved within, median / max |
                |---|---|---|---|---|---|---|---|
                %s

                | kills | accepted | repeated calls | confirmed | superseded | parked | not shown: parked or behind \
                | identical repeats | lost or invented | doubled | inverted |
                |---|---|---|---|---|---|---|---|---|---|---|
                | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d |
                """.formatted(
                                rows,
                                kills(),
                                sum(lines, "accepted"),
                                sum(lines, "repeatedCalls"),
                                sum(lines, "confirmed"),
                                sum(lines, "superseded"),
                                sum(lines, "parked"),
                                sum(lines, "waiting"),
                                sum(lines, "identicalRepeats"),
                                sum(lines, "lost"),
                                sum(lines, "doubled"),
                                sum(lines, "inverted"));
    }

    /** Nothing can have been accepted before there was a database. */
    private static boolean counts(CrashPoint point) {
        return point != CrashPoint.FIRST_MIGRATION;
    }

    private static String row(CrashPoint point, List<JsonNode> lines) {
        Predicate<JsonNode> here = line -> line.path("point").asText().equals(point.name());
        List<JsonNode> kills = lines.stream().filter(here).toList();
        if (kills.isEmpty()) {
            return "| %s | 0 | | | | | | |".formatted(point.words());
        }
        long[] recoveries = kills.stream()
                .mapToLong(kill -> kill.path("recoveryMs").asLong())
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %d%s | %d | %d | %d | %d | %.1f / %.1f / %.1f s | %s |",
                point.words(),
                kills.size(),
                counts(point) ? "" : " (not counted)",
                kills(kills, kill -> kill.path("nodes").asInt() == 1),
                kills(kills, kill -> kill.path("nodes").asInt() == 2),
                kills(kills, kill -> kill.path("nodes").asInt() == 3),
                kills.stream()
                        .mapToInt(kill -> kill.path("acceptedBefore").asInt())
                        .min()
                        .orElse(0),
                recoveries[0] / 1000.0,
                recoveries[recoveries.length / 2] / 1000.0,
                recoveries[recoveries.length - 1] / 1000.0,
                resolved(kills));
    }

    /** Of the kills that left something under way; older lines do not tell. */
    private static String resolved(List<JsonNode> kills) {
        long[] times = kills.stream()
                .filter(kill -> kill.has("resolvedMs"))
                .mapToLong(kill -> kill.path("resolvedMs").asLong())
                .sorted()
                .toArray();
        return times.length == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.1f / %.1f s (of %d)",
                        times[times.length / 2] / 1000.0,
                        times[times.length - 1] / 1000.0,
                        times.length);
    }

    private static int kills(List<JsonNode> lines, Predicate<JsonNode> wanted) {
        return (int)
                lines.stream().filter(line -> line.has("point")).filter(wanted).count();
    }

    private static long sum(List<JsonNode> lines, String figure) {
        return lines.stream().mapToLong(line -> line.path(figure).asLong()).sum();
    }

    private List<JsonNode> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(CrashReport::read).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
