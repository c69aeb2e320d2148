package vn.lienthong.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Tells gateway processes at which place to die, and knows whether one did. */
final class CrashOrders {
    private static final List<Class<?>> AGENT =
            List.of(CrashAgent.class, CrashWeaver.class, CrashSite.class, CrashSite.Where.class, CrashPoint.class);

    private final Path folder;
    private final Path jar;
    private int given;

    /** Orders in this folder, where the agent's jar is made, too. */
    CrashOrders(Path folder) {
        this.folder = folder;
        this.jar = folder.resolve("agent.jar");
        try {
            pack();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Options of the virtual machine that is to obey. */
    List<String> options() {
        return List.of("--enable-native-access=ALL-UNNAMED", "-javaagent:" + jar + "=" + folder);
    }

    /** The first process to pass the site for this many times from now on dies there. */
    String give(CrashSite site, int passes) {
        String order = site + " " + passes + " " + ++given;
        try {
            Path draft = Files.writeString(folder.resolve("draft"), order);
            Files.move(draft, folder.resolve("order"), StandardCopyOption.ATOMIC_MOVE);
            return order;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether somebody died of it. */
    boolean obeyed(String order) {
        Path obituary = folder.resolve("obituary");
        try {
            return Files.exists(obituary) && Files.readAllLines(obituary).contains(order);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void pack() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", CrashAgent.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> type : AGENT) {
                add(out, type);
                for (Class<?> nested : type.getDeclaredClasses()) {
                    if (!AGENT.contains(nested)) {
                        add(out, nested);
                    }
                }
            }
        }
    }

    private static void add(JarOutputStream out, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (InputStream in = CrashOrders.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("No class file " + name);
            }
            in.transferTo(out);
        }
        out.closeEntry();
    }
}
