package vn.lienthong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How this project is started as a process of its own.
 *
 * @param words what names it to the virtual machine
 */
public record Program(List<String> words) {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** The packaged jar where the build made one, else its classes. */
    public static Program packed() {
        String jar = System.getProperty("lienthong.jar", "");
        if (!jar.isEmpty() && Files.exists(Path.of(jar))) {
            return new Program(List.of("-jar", jar));
        }
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new Program(List.of("-cp", classes, "vn.lienthong.Launcher"));
    }

    /** The packaged jar taken apart in this folder, which starts sooner, else its classes. */
    public static Program unpacked(Path folder) {
        Program packed = packed();
        if (!packed.words.getFirst().equals("-jar")) {
            return packed;
        }
        Path jar = Path.of(packed.words.getLast());
        List<String> command = new ArrayList<>(List.of(JAVA, "-Djarmode=tools"));
        command.addAll(packed.words);
        command.addAll(List.of("extract", "--destination", folder.toString()));
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("Taking the jar apart ended with " + status);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return new Program(List.of("-jar", folder.resolve(jar.getFileName()).toString()));
    }

    /** Whether a virtual machine can keep its classes in an archive. */
    public boolean archivable() {
        return words.getFirst().equals("-jar");
    }

    /** The command that starts it on this very Java, with these options of the virtual machine. */
    public List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(options);
        command.addAll(words);
        return command;
    }
}
