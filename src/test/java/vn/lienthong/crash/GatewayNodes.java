package vn.lienthong.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.platform.internal.PidFile;
import vn.lienthong.platform.internal.PostgresCluster;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.Program;
import vn.lienthong.testing.TestDatabase;

/** The gateway as one to three processes: one has its embedded database, several share a server. */
final class GatewayNodes implements AutoCloseable {
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path upgrades;
    private final int count;
    private final String simulators;
    private final Program program;
    private final List<String> options =
            new ArrayList<>(List.of("-Xmx512m", "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    private final List<String> settings;
    private final @Nullable TestDatabase shared;
    private final List<GatewayProcess> processes = new ArrayList<>();
    private int upgradesMade;

    private GatewayNodes(Path folder, int count, String simulators, List<String> agent, boolean rehearse)
            throws IOException {
        this.folder = folder;
        this.upgrades = Files.createDirectories(folder.resolve("upgrades"));
        this.count = count;
        this.simulators = simulators;
        this.program = Program.unpacked(folder.resolve("program"));
        if (rehearse && program.archivable()) {
            rehearse();
        }
        this.options.addAll(agent);
        this.shared = count > 1 ? TestDatabase.empty() : null;
        this.settings = settings();
    }

    /**
     * Begins the first, which meets an empty database, without waiting for it; {@code rehearse}: after a start whose
     * loaded classes make all others quicker.
     */
    static GatewayNodes begun(Path folder, int count, String simulators, List<String> agent, boolean rehearse) {
        try {
            GatewayNodes nodes = new GatewayNodes(folder, count, simulators, agent, rehearse);
            nodes.add();
            return nodes;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Begins the others once the first has made what all share; returns when all are ready. */
    void complete() {
        awaitReady();
        while (processes.size() < count) {
            add();
        }
        awaitReady();
    }

    private void rehearse() {
        Path archive = folder.resolve("classes.jsa");
        List<String> archiving = new ArrayList<>(options);
        archiving.add("-XX:ArchiveClassesAtExit=" + archive);
        try (var rehearsal = GatewayProcess.begun(program, folder.resolve("rehearsal"), archiving, simulators)) {
            rehearsal.awaitReady();
        }
        // the agent leaves a part of the archive unused, which each start would call an error
        options.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off"));
    }

    private void add() {
        Path own = folder.resolve("node-" + (processes.size() + 1));
        processes.add(GatewayProcess.begun(program, own, options, simulators, settings.toArray(String[]::new)));
    }

    private List<String> settings() {
        List<String> all = new ArrayList<>(List.of(
                "--lienthong.data-key-file=" + folder.resolve("data.key"),
                "--lienthong.database.connections=12",
                "--spring.flyway.locations=classpath:db/migration,filesystem:" + upgrades));
        if (shared != null) {
            all.addAll(List.of(
                    "--lienthong.document.folder=" + folder.resolve("files"),
                    "--spring.datasource.url=" + shared.url(),
                    "--spring.datasource.username=" + shared.user(),
                    "--spring.datasource.password=" + shared.password()));
        }
        return all;
    }

    int count() {
        return count;
    }

    /** The database of all, also the one that a killed process left running; it may be down for a while. */
    Connection database() throws SQLException, IOException {
        if (shared != null) {
            return shared.dataSource().getConnection();
        }
        PostgresCluster cluster = PostgresCluster.in(folder.resolve("node-1").resolve("data"));
        PidFile server = PidFile.in(cluster.folder()).orElseThrow(() -> new SQLException("no server runs"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + PostgresCluster.NAME,
                PostgresCluster.NAME,
                cluster.password());
    }

    GatewayProcess node(int index) {
        return processes.get(index);
    }

    List<String> urls() {
        return processes.stream().map(GatewayProcess::url).toList();
    }

    /** Those that do not run, by index. */
    List<Integer> dead() {
        List<Integer> dead = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            if (!processes.get(i).alive()) {
                dead.add(i);
            }
        }
        return dead;
    }

    /** Waits until a process besides these has died; its index. */
    int awaitDeath(String why, List<Integer> known) {
        processes.getFirst().await(why, LONGEST_LIFE, () -> !known.containsAll(dead()));
        return dead().stream()
                .filter(index -> !known.contains(index))
                .findFirst()
                .orElseThrow();
    }

    /** Begins all that do not run. */
    void begin() {
        dead().forEach(index -> processes.get(index).begin());
    }

    void awaitReady() {
        processes.forEach(GatewayProcess::awaitReady);
    }

    /** Lays in a newer version's migration, which reads what is there and takes several statements; how many. */
    int layUpgrade() {
        upgradesMade++;
        String table = "laboratory_" + upgradesMade;
        List<String> statements = List.of(
                "create table %s as select id, dossier_number, state from delivery".formatted(table),
                "alter table %s add primary key (id)".formatted(table),
                "alter table %s add column seen timestamptz not null default now()".formatted(table),
                "create index on %s (dossier_number)".formatted(table),
                "comment on table delivery is 'laboratory %d'".formatted(upgradesMade),
                "delete from %s where state = 'CONFIRMED'".formatted(table));
        try {
            Files.writeString(
                    upgrades.resolve("V9%05d__laboratory.sql".formatted(upgradesMade)),
                    String.join(";\n", statements) + ";\n");
            return statements.size();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        processes.forEach(GatewayProcess::close);
    }
}
