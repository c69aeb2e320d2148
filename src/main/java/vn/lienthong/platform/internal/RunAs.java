package vn.lienthong.platform.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. For root it runs inside a user name space of its own, where it is nobody while its
 * files stay root's; where the system forbids that, it runs as the user nobody and its files become nobody's.
 */
public enum RunAs {
    /** An ordinary user needs nothing. */
    SELF(""),
    /** Root, seen as nobody by the server alone. */
    NAME_SPACE("unshare -U "),
    /** The user nobody (65534 on every Linux). */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups ");

    private static final int NOBODY_ID = 65534;
    private final String prefix;

    RunAs(String prefix) {
        this.prefix = prefix;
    }

    /** What this machine allows to the present user. */
    public static RunAs detected() throws IOException {
        if (owner(Path.of("/proc/self")) != 0) {
            return SELF;
        }
        return Shell.tried("unshare", "-U", "true") ? NAME_SPACE : NOBODY;
    }

    /** A program that ends by itself. */
    ProcessBuilder program(List<String> command) {
        List<String> whole = new ArrayList<>(List.of(prefix.split(" ")));
        whole.removeIf(String::isEmpty);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** A server: in a session of its own, so that Ctrl-C at the terminal reaches the gateway alone. */
    ProcessBuilder server(List<String> command) {
        ProcessBuilder builder = program(command);
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            builder.command().addFirst("/usr/bin/setsid");
        }
        return builder;
    }

    /** Makes a path, with all below it, belong to whom the server runs as. */
    public void handOver(Path path) throws IOException {
        int id = this == NOBODY ? NOBODY_ID : 0;
        if (this == SELF || owner(path) == id) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.setAttribute(each, "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(each, "unix:gid", id, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
