package vn.lienthong.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this project is started as a process of its own: the packaged jar where the build made one, else its classes. */
final class ProgramFiles {
    private ProgramFiles() {}

    /** The command that starts it on this very Java, with these options of the virtual machine. */
    static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        String jar = System.getProperty("lienthong.jar", "");
        if (!jar.isEmpty() && Files.exists(Path.of(jar))) {
            command.addAll(List.of("-jar", jar));
        } else {
            String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            command.addAll(List.of("-cp", classes, "vn.lienthong.Launcher"));
        }
        return command;
    }
}
