package vn.lienthong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What the database alone does: pgbench commits the three rows of a dossier, 32 clients, in a scratch database of the very
 * server that the gateway uses.
 */
final class Baseline {
    private static final String TABLES = """
            create table event (id uuid primary key, dossier_number text not null, body json not null,
                digest bytea not null, at timestamptz not null);
            create table dossier (number text primary key, revision bigint not null, status text not null,
                at timestamptz not null);
            create table delivery (id bigint generated always as identity primary key, partner text not null,
                dossier_number text not null, state text not null, due_at timestamptz not null);
            create index on delivery (due_at) where state = 'READY';
            """;
    private static final String ROWS = """
            \\set n random(1, 2000000000)
            begin;
            insert into event values (gen_random_uuid(), 'H15.24133-261120-' || :n, '%s', '\\x%s', now());
            insert into dossier values ('H15.24133-261120-' || :n, 1, 'ACCEPTED', now()) on conflict (number) \
            do update set revision = excluded.revision, status = excluded.status, at = excluded.at;
            insert into delivery (partner, dossier_number, state, due_at) \
            values ('portal', 'H15.24133-261120-' || :n, 'READY', now());
            commit;
            """;

    private final Path folder;
    private final int port;
    private final String password;

    private Baseline(Path folder, int port, String password) {
        this.folder = folder;
        this.port = port;
        this.password = password;
    }

    /** On the server of the gateway with this data folder. */
    static Baseline beside(Path data, Path folder) {
        try {
            String port =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
            String password = Files.readString(data.resolve("postgres.password"));
            Baseline baseline = new Baseline(folder, Integer.parseInt(port.strip()), password.strip());
            baseline.sql("lienthong", "create database scratch");
            baseline.sql("scratch", TABLES);
            // pgbench takes a colon before a word for a variable of its own
            String body = new String(Load.body(), StandardCharsets.UTF_8).replace(":", ": ");
            String script = ROWS.formatted(body, "5a".repeat(32));
            Files.writeString(folder.resolve("three-rows.sql"), script);
            return baseline;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs for so many seconds. */
    Phase run(int seconds) {
        try {
            Path logs = Files.createTempDirectory(folder, "pgbench");
            String told = start(
                    "pgbench",
                    "-n",
                    "-Mprepared",
                    "-c32",
                    "-j2",
                    "-T" + seconds,
                    "-f" + folder.resolve("three-rows.sql"),
                    "-l",
                    "--log-prefix=" + logs.resolve("log"),
                    "scratch");
            double rate = Double.parseDouble(told.replaceAll("(?s).*tps = ([0-9.]+).*", "$1"));
            long[] times = times(logs);
            return new Phase(
                    times.length,
                    times.length / rate,
                    times[times.length / 2] / 1000.0,
                    times[(int) (times.length * 0.99)] / 1000.0,
                    times[times.length - 1] / 1000.0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the server says of a setting. */
    String setting(String name) {
        return sql("scratch", "show " + name).strip();
    }

    private static long[] times(Path logs) throws IOException {
        LongStream times = LongStream.empty();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs)) {
            for (Path file : files) {
                long[] more = Files.readAllLines(file).stream()
                        .mapToLong(line -> Long.parseLong(line.split(" ")[2]))
                        .toArray();
                times = LongStream.concat(times, Arrays.stream(more));
            }
        }
        return times.sorted().toArray();
    }

    private String sql(String database, String text) {
        return start("psql", "-qAt", "-vON_ERROR_STOP=1", "-c", text, database);
    }

    private String start(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGHOST", "127.0.0.1");
            builder.environment().put("PGPORT", Integer.toString(port));
            builder.environment().put("PGUSER", "lienthong");
            builder.environment().put("PGPASSWORD", password);
            Process process = builder.start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(List.of(command) + "\n" + told);
            }
            return told;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
