package vn.lienthong.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of the machine that shares no code with ours; a test that needs an absent one is skipped and says so. */
public final class OutsideTool {
    private final String program;
    private final Path folder;
    private final Path output;

    private OutsideTool(String program, Path folder, Path output) {
        this.program = program;
        this.folder = folder;
        this.output = output;
    }

    /** The program, run in {@code folder}. */
    public static OutsideTool of(String program, Path folder) {
        return of(program, folder, folder);
    }

    /** The program, run in {@code folder}; what it says is kept in {@code output}. */
    public static OutsideTool of(String program, Path folder, Path output) {
        find(program);
        return new OutsideTool(program, folder, output);
    }

    /** Where the program lies; without it the test is skipped and says so. */
    public static Path find(String program) {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("NOT RUN: " + program + " is not on this machine");
        }
        Assumptions.assumeTrue(found.isPresent(), program + " is not on this machine: nothing was compared with it");
        return found.get();
    }

    /** What the program ended with and said. */
    public record Outcome(int status, String text) {
        /** Expects status 0. */
        public Outcome succeeds() {
            assertThat(status).as(text).isZero();
            return this;
        }

        /** Expects another status. */
        public Outcome fails() {
            assertThat(status).as(text).isNotZero();
            return this;
        }
    }

    /** Runs it to its end. */
    public Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(output, program, ".out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " did not end");
        }
        return new Outcome(process.exitValue(), Files.readString(said, StandardCharsets.ISO_8859_1));
    }
}
