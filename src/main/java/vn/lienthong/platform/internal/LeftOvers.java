package vn.lienthong.platform.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.kernel.StartRefused;

/**
 * Ends what a killed gateway left running on its database folder, so that none of its sessions commits anything after
 * the new start began to look. Processes are known by the folder they work in, never by a bare process number.
 */
public final class LeftOvers {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);
    private static final Duration GENTLE = Duration.ofSeconds(30);
    private static final Duration FIRM = Duration.ofSeconds(15);

    private final Path cluster;

    /** Looks after this database folder. */
    public LeftOvers(Path cluster) {
        this.cluster = cluster;
    }

    /** Returns once no process works on the folder any more; refuses the start when some cannot be ended. */
    public void end() throws IOException {
        List<Long> living = living();
        if (!living.isEmpty()) {
            LOG.info("Đang dừng máy chủ PostgreSQL còn lại của lần chạy trước … / stopping the PostgreSQL left by the"
                    + " previous run …");
            Optional<Long> postmaster = recorded().filter(living::contains);
            // fast shutdown through the postmaster; backends without one end at once
            postmaster.ifPresentOrElse(pid -> Shell.signal("INT", pid), () -> quit(living));
            if (!within(GENTLE, () -> living().isEmpty())) {
                quit(living());
            }
            if (!within(FIRM, () -> living().isEmpty())) {
                throw new StartRefused(
                        "Tiến trình PostgreSQL của lần chạy trước không dừng được (PID " + living()
                                + "): hãy dừng nó rồi" + " khởi động lại",
                        "the PostgreSQL of the previous run does not end (PID " + living()
                                + "): stop it and start again");
            }
        }
        forgetForeignNumber();
    }

    /** Process numbers of the servers and backends that work in the folder. */
    public List<Long> living() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(this::worksHere)
                .toList();
    }

    private boolean worksHere(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            if (!Files.readString(process.resolve("comm")).startsWith("postgres")) {
                return false;
            }
        } catch (IOException gone) {
            return false;
        }
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(realCluster());
        } catch (IOException notShown) {
            return namesFolder(process);
        }
    }

    /** The database folder may be a link to another disk. */
    private Path realCluster() {
        try {
            return cluster.toRealPath();
        } catch (IOException missing) {
            return cluster;
        }
    }

    private boolean namesFolder(Path process) {
        try {
            String line = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
            return List.of(line.split("\0", -1)).contains(cluster.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private Optional<Long> recorded() {
        return PidFile.in(cluster).map(PidFile::pid);
    }

    /**
     * A number that meanwhile names another program would make PostgreSQL believe that it runs already. The file of a
     * dead number stays: PostgreSQL reads in it which shared memory to look at before it recovers.
     */
    private void forgetForeignNumber() throws IOException {
        Optional<Long> foreign = recorded().filter(pid -> Files.exists(Path.of("/proc", Long.toString(pid))));
        if (foreign.isPresent()) {
            LOG.info(
                    "postmaster.pid trỏ tới một chương trình khác (PID {}), bỏ qua / postmaster.pid names another"
                            + " program (PID {}), ignored",
                    foreign.get(),
                    foreign.get());
            Files.deleteIfExists(cluster.resolve(PidFile.NAME));
        }
    }

    private static void quit(List<Long> processes) {
        processes.forEach(pid -> Shell.signal("QUIT", pid));
    }

    static boolean within(Duration wait, BooleanSupplier done) {
        long end = System.nanoTime() + wait.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return done.getAsBoolean();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }
}
