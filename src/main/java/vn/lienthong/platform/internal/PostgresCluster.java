package vn.lienthong.platform.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The files of the database: {@code <data>/postgres}, and beside them the password made for them. The folder takes its
 * name only when it is whole, so a kill while it is made leaves nothing half-done behind.
 */
public record PostgresCluster(Path folder, Path passwordFile) {
    /** Name of the database and of its owner, who is no superuser. */
    public static final String NAME = "lienthong";

    private static final String FRESH = "postgres.new-";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    /** Where the cluster of this data folder is or will be. */
    public static PostgresCluster in(Path data) {
        return new PostgresCluster(data.resolve("postgres"), data.resolve("postgres.password"));
    }

    /** Whether it was made before. */
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /** The password of {@link #NAME}, random, known to this file alone. */
    public String password() throws IOException {
        return Files.readString(passwordFile, StandardCharsets.US_ASCII).strip();
    }

    /** Makes an empty database. */
    public void create(PostgresBinaries binaries, RunAs user) throws IOException {
        Path data = folder.resolveSibling(".");
        removeUnfinished(data);
        makePassword();
        Path fresh = Files.createTempDirectory(data, FRESH);
        user.handOver(fresh);
        String home = fresh.toString();
        run(
                user.program(List.of(
                        binaries.program("initdb"),
                        "-D",
                        home,
                        "-U",
                        "postgres",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--data-checksums",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")),
                "");
        // nobody was let in so far, and from here on only by password
        Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        run(
                user.program(List.of(binaries.program("postgres"), "--single", "-D", home, "postgres")),
                "create role " + NAME + " login createdb password '" + password() + "'\n" + "create database " + NAME
                        + " owner " + NAME + "\n");
        Files.move(fresh, folder);
        SecretFile.keepNames(data);
    }

    private void makePassword() throws IOException {
        if (!Files.exists(passwordFile)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            SecretFile.make(
                    passwordFile, Base64.getUrlEncoder().withoutPadding().encode(random));
        }
    }

    /** A killed maker's initdb may outlive it for a moment and tidy up the same folder: both must not trip over the other. */
    private static void removeUnfinished(Path data) throws IOException {
        try (var left = Files.newDirectoryStream(data, FRESH + "*")) {
            for (Path each : left) {
                if (!LeftOvers.within(PATIENCE, () -> removed(each))) {
                    LOG.warn(
                            "Không xoá được thư mục dở dang {} / the unfinished folder {} cannot be removed",
                            each,
                            each);
                }
            }
        }
    }

    private static boolean removed(Path unfinished) {
        try {
            FileSystemUtils.deleteRecursively(unfinished);
            return !Files.exists(unfinished);
        } catch (IOException atWork) {
            return false;
        }
    }

    private static void run(ProcessBuilder program, String input) throws IOException {
        Process process = program.redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.US_ASCII));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("the database could not be made: " + said.strip());
        }
    }
}
