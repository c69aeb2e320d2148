package vn.lienthong.document.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.bench.Report;
import vn.lienthong.document.internal.S3World;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.S3Server;
import vn.lienthong.testing.SimulatorProcess;
import vn.lienthong.testing.WorkFolder;

/**
 * How much heap the largest file takes on its way in and out: {@code -Dmegabytes=250 -Dmost=64}, and with {@code -Dstore=s3
 * -Ds3.memory=2g} into a bucket. The young generation is kept at 16 MB, so that waiting garbage cannot pass for what is held.
 */
class AttachmentBench {
    private static final long MEGABYTE = 1 << 20;
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-Xmn16m", "-XX:+UseSerialGC");

    private static final String STORE = System.getProperty("store", "folder");

    private final long bytes = Integer.getInteger("megabytes", 250) * MEGABYTE;
    private final long most = Integer.getInteger("most", 64);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @DisplayName("Tệp lớn nhất vào và ra với ít bộ nhớ")
    void carriesTheLargestFile_inLittleHeap() throws Exception {
        Path folder = WorkFolder.fresh("attachment");
        String digest = digest(new Pattern(bytes));
        try (SimulatorProcess simulator = SimulatorProcess.in(folder);
                GatewayProcess gateway = GatewayProcess.in(folder, OPTIONS, simulator.url(), store(folder))) {
            Client ward = Client.of(gateway.url(), MadeUp.WARD);
            URI address = URI.create(gateway.url() + "/v1/attachments/" + digest);
            collect(gateway);
            long before = used(gateway);
            Peak in = Peak.during(
                    () -> used(gateway), () -> assertThat(upload(address, ward)).isEqualTo(201));
            collect(gateway);
            Peak out = Peak.during(
                    () -> used(gateway),
                    () -> assertThat(download(address, ward)).isEqualTo(digest));
            Report.begin("A file of " + bytes / MEGABYTE + " MB in and out of " + STORE);
            Report.say("heap before, collected: %.1f MB", before / (double) MEGABYTE);
            Report.say("in: %.1f s, at most %.1f MB more heap", in.seconds(), more(in, before));
            Report.say("out: %.1f s, at most %.1f MB more heap", out.seconds(), more(out, before));
            assertThat(more(in, before)).isLessThanOrEqualTo(most);
            assertThat(more(out, before)).isLessThanOrEqualTo(most);
        }
    }

    private static String[] store(Path folder) {
        if (!STORE.equals("s3")) {
            return new String[0];
        }
        S3World world = new S3World(folder);
        return new String[] {
            "--lienthong.document.store=s3",
            "--lienthong.document.s3.endpoint=" + S3Server.shared().url(),
            "--lienthong.document.s3.bucket=" + world.name,
            "--lienthong.document.s3.key-file=" + world.key(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
        };
    }

    private static double more(Peak peak, long before) {
        return (peak.highest() - before) / (double) MEGABYTE;
    }

    private int upload(URI address, Client client) {
        return send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + client.token())
                                .PUT(BodyPublishers.fromPublisher(
                                        BodyPublishers.ofInputStream(() -> new Pattern(bytes)), bytes))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private String download(URI address, Client client) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + client.token())
                .build();
        try (InputStream body = send(request, BodyHandlers.ofInputStream()).body()) {
            return digest(body);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Heap in use, as the gateway itself tells it. */
    private long used(GatewayProcess gateway) {
        return send(
                        HttpRequest.newBuilder(URI.create(gateway.url() + "/actuator/prometheus"))
                                .build(),
                        BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void collect(GatewayProcess gateway) throws IOException, InterruptedException {
        Process collecting = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(gateway.pid()),
                        "GC.run")
                .redirectErrorStream(true)
                .start();
        collecting.getInputStream().readAllBytes();
        assertThat(collecting.waitFor()).isZero();
    }

    private static String digest(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The highest reading while something went on. */
    private record Peak(long highest, double seconds) {
        static Peak during(java.util.function.LongSupplier reading, Runnable work) throws InterruptedException {
            AtomicBoolean over = new AtomicBoolean();
            long[] highest = {0};
            Thread reader = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    highest[0] = Math.max(highest[0], reading.getAsLong());
                }
            });
            long from = System.nanoTime();
            work.run();
            double seconds = (System.nanoTime() - from) / 1e9;
            over.set(true);
            reader.join();
            return new Peak(highest[0], seconds);
        }
    }

    /** Bytes that never repeat for long, made as they are read. */
    private static final class Pattern extends InputStream {
        private final long size;
        private long at;

        Pattern(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return at < size ? next() & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int count = (int) Math.min(most, size - at);
            for (int i = 0; i < count; i++) {
                into[from + i] = next();
            }
            return count == 0 && most > 0 ? -1 : count;
        }

        private byte next() {
            at++;
            return (byte) ((at * 0x9E3779B97F4A7C15L) >>> 56);
        }
    }
}
