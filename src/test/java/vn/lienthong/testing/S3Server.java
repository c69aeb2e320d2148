package vn.lienthong.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * An S3 server that others wrote (S3Proxy, in memory), as a process of its own: checks signatures and digests, knows parts
 * and ranges. One for all tests of this virtual machine.
 */
public final class S3Server {
    public static final String ACCESS_KEY = "test-access";
    public static final String SECRET_KEY = "test-secret";
    public static final MadeUpCertificates AUTHORITY = MadeUpCertificates.authority("CN=Made-up store authority");

    private static final Path JARS = Path.of("target", "s3-server").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final int port = Ports.free();
    private final int securePort = Ports.free();

    private static final class Shared {
        private static final S3Server ONE = new S3Server(
                WorkFolder.fresh("s3-server-" + ProcessHandle.current().pid()));
    }

    private S3Server(Path folder) {
        try {
            Path settings = Files.writeString(folder.resolve("s3.properties"), settings(folder));
            Path log = Files.writeString(
                    folder.resolve("logback.xml"), "<configuration><root level=\"WARN\"/></configuration>");
            this.process = ChildProcess.start(
                    new Program(List.of("-cp", classes(), "org.gaul.s3proxy.Main", "--properties", settings.toString()))
                            .command(List.of(
                                    "-Xmx" + System.getProperty("s3.memory", "320m"),
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Dlogback.configurationFile=" + log)),
                    folder.resolve("s3-server.log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> listens(port) && listens(securePort) || !process.alive());
        if (!process.alive()) {
            throw new AssertionError("The S3 server ended: " + process.tail());
        }
    }

    /** Running. */
    public static S3Server shared() {
        return Shared.ONE;
    }

    /** Where it speaks plainly. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it shows a certificate of {@link #AUTHORITY}. */
    public URI secureUrl() {
        return URI.create("https://localhost:" + securePort);
    }

    private String settings(Path folder) throws IOException {
        Path keys = folder.resolve("keys.p12");
        try (OutputStream out = Files.newOutputStream(keys)) {
            AUTHORITY.issue("CN=localhost").store().store(out, "test".toCharArray());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.secure-endpoint=https://127.0.0.1:%d
                s3proxy.keystore-path=%s
                s3proxy.keystore-password=test
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient-nio2
                """.formatted(port, securePort, keys, ACCESS_KEY, SECRET_KEY);
    }

    /** Its own libraries first: they are newer than ours. */
    private static String classes() {
        if (!Files.isDirectory(JARS)) {
            throw new AssertionError("No " + JARS + ": mvn generate-test-resources brings the S3 server there");
        }
        String ours = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return JARS + "/*:"
                + Stream.of(ours.split(java.io.File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar"))
                        .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
