package vn.lienthong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Lines of a measurement, shown as they come and kept in {@code target/benchmarks.md}. */
public final class Report {
    private static final Path FILE = Path.of("target", "benchmarks.md");

    private Report() {}

    public static void begin(String title) {
        say("");
        say("## %s, %s", title, LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES));
        say(
                "machine: %d cores, %s, Java %s, load before %s",
                Runtime.getRuntime().availableProcessors(), cpu(), Runtime.version(), load());
    }

    public static void say(String line, Object... values) {
        String text = values.length == 0 ? line : String.format(Locale.ROOT, line, values);
        System.out.println(text);
        try {
            Files.writeString(FILE, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Least, middle and greatest of some figures. */
    public static String spread(List<Double> figures, String form) {
        List<Double> sorted = figures.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                form + " / " + form + " / " + form,
                sorted.getFirst(),
                sorted.get(sorted.size() / 2),
                sorted.getLast());
    }

    public static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    private static String cpu() {
        return line("/proc/cpuinfo", "model name").replaceAll(".*:\\s*", "");
    }

    private static String load() {
        return line("/proc/loadavg", "").replaceAll(" .*", "");
    }

    private static String line(String file, String start) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElse("");
        } catch (IOException elsewhere) {
            return "";
        }
    }
}
