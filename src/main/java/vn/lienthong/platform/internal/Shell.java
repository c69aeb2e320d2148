package vn.lienthong.platform.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Small programs of the system that Java has no call for. */
final class Shell {
    private Shell() {}

    /** Sends a signal by its name, without SIG; a process that is gone already is no error. */
    static void signal(String name, long pid) {
        tried("sh", "-c", "kill -" + name + " " + pid);
    }

    /** Runs a program that is done within seconds; says whether it ended well. */
    static boolean tried(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
