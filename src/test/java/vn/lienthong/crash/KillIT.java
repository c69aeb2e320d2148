package vn.lienthong.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills real gateway processes under load, at random moments and at named points, and looks for what got lost, doubled or
 * inverted. The long form goes on where its report ended; see {@code src/test/README.md}.
 */
class KillIT {
    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final int SHORT_FORM = 5;
    private static final int RANDOM_IN_SHORT_FORM = 2;
    private static final List<CrashPoint> NAMED =
            List.copyOf(EnumSet.complementOf(EnumSet.of(CrashPoint.RANDOM, CrashPoint.FIRST_MIGRATION)));

    private final int kills = Integer.getInteger("kills", SHORT_FORM);
    private final int nodes = Integer.getInteger("nodes", 1);
    private final boolean poor = System.getProperty("readBack", "rich").equals("poor");
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Duration longest = Duration.ofMinutes(Integer.getInteger("minutes", 55));

    @Test
    @DisplayName("Bị giết nhiều lần khi đang tải: không mất, không trùng, không đảo thứ tự")
    void losesDoublesAndInvertsNothing_whenKilledUnderLoad() {
        boolean shortForm = kills <= SHORT_FORM;
        CrashReport report = new CrashReport(shortForm ? freshFile() : keptFile());
        int missing = shortForm ? kills : kills - report.kills();
        if (missing > 0) {
            Random random = new Random(seed);
            List<CrashPoint> plan = shortForm ? shortPlan(random) : longPlan(random, missing);
            try (CrashLaboratory laboratory = new CrashLaboratory(seed, nodes, poor, report, !shortForm)) {
                laboratory.run(plan.iterator(), longest);
            }
        }
        LOG.warn("{}", report.text());
    }

    private static Path freshFile() {
        Path file = Path.of("target", "crash-report-short.jsonl");
        try {
            Files.deleteIfExists(file);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path keptFile() {
        return Path.of(System.getProperty("report", "target/crash-report.jsonl"));
    }

    private List<CrashPoint> shortPlan(Random random) {
        List<CrashPoint> named = new ArrayList<>(NAMED);
        Collections.shuffle(named, random);
        List<CrashPoint> plan = new ArrayList<>(Collections.nCopies(RANDOM_IN_SHORT_FORM, CrashPoint.RANDOM));
        plan.addAll(named);
        plan = plan.subList(0, kills);
        Collections.shuffle(plan, random);
        return plan;
    }

    /** Every named point as often as any other, and two random moments to each round of them. */
    private static List<CrashPoint> longPlan(Random random, int missing) {
        List<CrashPoint> round = new ArrayList<>(NAMED);
        round.addAll(Collections.nCopies(2, CrashPoint.RANDOM));
        Iterator<CrashPoint> plan = Stream.generate(() -> {
                    Collections.shuffle(round, random);
                    return List.copyOf(round);
                })
                .flatMap(List::stream)
                .iterator();
        List<CrashPoint> all = new ArrayList<>();
        while (all.size() < missing) {
            all.add(plan.next());
        }
        return all;
    }
}
