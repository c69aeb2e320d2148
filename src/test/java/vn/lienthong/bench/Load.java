package vn.lienthong.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;

/** Starts the load generator as a process of its own and reads what it measured. */
final class Load {
    private static final int BODY = 2048;
    private static final int CONNECTIONS = 32;

    private final Path folder;
    private final Client client;
    private int next = 1;

    Load(Path folder, Client client) {
        this.folder = folder;
        this.client = client;
    }

    /** Load at this rate, 0 for as fast as answered, in phases of so many seconds. */
    List<Phase> run(int rate, int... seconds) {
        Running running = begin(rate, seconds);
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            phases.add(running.next());
        }
        next += phases.stream().mapToInt(phase -> (int) phase.calls()).sum();
        return phases;
    }

    /** The same without waiting; the last load of a run. */
    Running begin(int rate, int... seconds) {
        if (next == 1) {
            papers().forEach(this::upload);
        }
        try {
            Path token = Files.writeString(folder.resolve("token"), client.token());
            Path body = Files.write(folder.resolve("body.json"), body());
            String number = MadeUp.number(MadeUp.WARD, 0);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    Path.of("target", "test-classes").toString(),
                    LoadGenerator.class.getName(),
                    client.gateway(),
                    token.toString(),
                    body.toString(),
                    number.substring(0, number.lastIndexOf('-') + 1),
                    Integer.toString(next),
                    Integer.toString(CONNECTIONS),
                    Integer.toString(rate)));
            for (int phase : seconds) {
                command.add(Integer.toString(phase));
            }
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Running(process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A generator at work. */
    record Running(BufferedReader lines) {
        /** Waits for the end of its next phase. */
        Phase next() {
            try {
                String line = lines.readLine();
                if (line == null) {
                    throw new AssertionError("The load generator gave up; its reason stands above");
                }
                return Phase.read(line);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** A one-stop system uploads the papers before it tells of the dossier. */
    private void upload(byte[] paper) {
        client.call("PUT", "/v1/attachments/" + hash(paper), paper, "Content-Type", "application/pdf")
                .expect(201);
    }

    private static List<byte[]> papers() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(i -> ("%PDF-1.7 giấy tờ mẫu số " + i).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String hash(byte[] paper) {
        return HexFormat.of().formatHex(Sha256.of(paper));
    }

    /** A dossier of two kilobytes. */
    static byte[] body() {
        var body = MadeUp.state(1, "ACCEPTED").put("summary", "Đăng ký khai sinh #" + Calls.VARYING);
        var documents = body.putArray("documents");
        int i = 0;
        for (byte[] paper : papers()) {
            i++;
            documents
                    .addObject()
                    .put("id", "d" + i)
                    .put("name", "Giấy tờ số " + i + ".pdf")
                    .put("componentCode", "TP0" + i)
                    .put("attachment", "sha256:" + hash(paper))
                    .put("digitised", true)
                    .put("reused", false)
                    .put("fromNationalStore", false);
        }
        var rest = body.putObject("national").put("GhiChu", "");
        int missing = BODY - body.toString().getBytes(StandardCharsets.UTF_8).length;
        rest.put("GhiChu", "x".repeat(missing));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
