package vn.lienthong.simulator;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.simulator.authority.SampleAuthority;
import vn.lienthong.simulator.internal.Json;

/** {@code java -jar lienthong.jar simulator}: the twins alone in a process, without the gateway. */
public final class SimulatorCommand {
    private static final String HELP = """
            java -jar lienthong.jar simulator [--port N] [--host ADDRESS] [--data DIR] [--json]
            java -jar lienthong.jar simulator --make-certificates DIR

            Chạy riêng các nền tảng quốc gia mô phỏng. / Runs the simulated national platforms alone.
              --port N        cổng, mặc định 9090 (0: cổng trống bất kỳ) / port, default 9090 (0: any free port)
              --host ADDRESS  địa chỉ, mặc định 127.0.0.1 (0.0.0.0: mọi địa chỉ) / address, default 127.0.0.1
              --data DIR      thư mục trạng thái, mặc định ./data/simulator / state directory
              --certificates DIR  tổ chức chứng thực mẫu, mặc định có sẵn / sample authority, default the packed one
              --json          khi sẵn sàng in một dòng JSON / print one JSON line when ready
              --make-certificates DIR  tạo mới tổ chức chứng thực mẫu (khóa và chứng thư) vào DIR rồi kết thúc
                                       / make a new sample authority (keys and certificates) in DIR and end
            Điều khiển: GET /__sim liệt kê các lệnh. / Control: GET /__sim lists the calls.
            """;

    private static final String MAKE_CERTIFICATES = "--make-certificates";

    private SimulatorCommand() {}

    private record Wish(SimulatorSettings settings, boolean json, boolean help) {}

    /** Runs until the process is ended: 0 after help or an orderly end, 1 when it cannot start, 2 on wrong arguments. */
    public static int run(String[] arguments) {
        return run(arguments, System.out, System.err);
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            if (arguments.length > 0 && arguments[0].equals(MAKE_CERTIFICATES)) {
                return makeCertificates(List.of(arguments).subList(1, arguments.length), out);
            }
            Wish wish = read(List.of(arguments).iterator());
            if (wish.help()) {
                out.print(HELP);
                return 0;
            }
            return serve(wish, out);
        } catch (IllegalArgumentException wrong) {
            err.println("Tham số không hợp lệ / wrong argument: " + wrong.getMessage());
            err.print(HELP);
            return 2;
        } catch (StartRefused refusal) {
            refusal.findings().forEach(finding -> err.println(finding.both()));
            return 1;
        }
    }

    private static int makeCertificates(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException(MAKE_CERTIFICATES);
        }
        Path folder = Path.of(arguments.getFirst());
        SampleAuthority.make(folder, SampleAuthority.ADDRESS, Clock.systemUTC());
        out.println("Đã tạo tổ chức chứng thực mẫu trong " + folder + " / Made a sample authority in " + folder);
        return 0;
    }

    private static Wish read(Iterator<String> arguments) {
        Wish wish = new Wish(SimulatorSettings.in(Path.of("data", "simulator")), false, false);
        while (arguments.hasNext()) {
            String name = arguments.next();
            SimulatorSettings settings = wish.settings();
            wish = switch (name) {
                case "--help", "-h" -> new Wish(settings, wish.json(), true);
                case "--json" -> new Wish(settings, true, wish.help());
                case "--port" -> with(wish, settings.onPort(port(value(name, arguments))));
                case "--host" -> with(wish, settings.onHost(value(name, arguments)));
                case "--certificates" -> with(wish, settings.certifiedBy(Path.of(value(name, arguments))));
                case "--data" -> with(wish, settings.at(Path.of(value(name, arguments))));
                default -> throw new IllegalArgumentException(name);
            };
        }
        return wish;
    }

    private static Wish with(Wish wish, SimulatorSettings settings) {
        return new Wish(settings, wish.json(), wish.help());
    }

    private static String value(String name, Iterator<String> arguments) {
        if (!arguments.hasNext()) {
            throw new IllegalArgumentException(name);
        }
        return arguments.next();
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("--port " + text);
        }
        return port;
    }

    private static int serve(Wish wish, PrintStream out) {
        CountDownLatch ended = new CountDownLatch(1);
        Simulator simulator = Simulator.start(wish.settings());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simulator.close();
            ended.countDown();
        }));
        Path data = wish.settings().directory().toAbsolutePath().normalize();
        out.println(
                wish.json()
                        ? Json.object()
                                .put("url", simulator.url())
                                .put("data", data.toString())
                                .toString()
                        : "Bộ mô phỏng sẵn sàng / Simulators ready: " + simulator.url() + " (" + data + ", "
                                + simulator.dossiers() + " hồ sơ / dossiers)");
        try {
            ended.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            simulator.close();
        }
        return 0;
    }
}
