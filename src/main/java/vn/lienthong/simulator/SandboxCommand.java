package vn.lienthong.simulator;

import java.io.PrintStream;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.simulator.feed.Load;
import vn.lienthong.simulator.feed.LoadReport;

/** {@code java -jar lienthong.jar sandbox --load N}: made-up events for a running sandbox. */
public final class SandboxCommand {
    private static final String HELP = """
            java -jar lienthong.jar sandbox --load N [--url URL] [--callers N] [--json]

            Gửi N sự kiện hồ sơ bịa vào một trục đang chạy ở chế độ thử nghiệm, theo dạng hồ sơ mẫu, rồi cho biết tốc độ.
            Không bao giờ gửi vào trục thật. / Sends N made-up dossier events to a running sandbox gateway, in the form of the
            samples, and tells the rate. Never sends anything to a gateway that is no sandbox.
              --load N     số sự kiện, 1 đến 1000000 / events
              --url URL    địa chỉ trục, mặc định http://localhost:8080 / where the gateway answers
              --callers N  số lần gọi cùng lúc, mặc định 16, nhiều nhất 256 / calls at one time
              --json       kết quả là một dòng JSON / the result as one JSON line
            Kết thúc 0: mọi sự kiện được nhận; 1: có cái không; 2: sai tham số. / Ends with 0: all accepted; 1: not all;
            2: wrong arguments.
            """;

    private SandboxCommand() {}

    private record Wish(int events, URI url, int callers, boolean json, boolean help) {}

    /** Sends: 0 when every event was accepted, 1 when not, 2 on wrong arguments. */
    public static int run(String[] arguments) throws InterruptedException {
        return run(arguments, System.out, System.err);
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws InterruptedException {
        try {
            Wish wish = read(List.of(arguments).iterator());
            if (wish.help()) {
                out.print(HELP);
                return 0;
            }
            if (wish.events() == 0) {
                throw new IllegalArgumentException("--load");
            }
            LoadReport report = Load.run(wish.url(), wish.events(), wish.callers(), new SettableClock());
            out.print(wish.json() ? report.json() : report.text());
            return report.refused() == 0 ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            err.println("Tham số không hợp lệ / wrong argument: " + wrong.getMessage());
            err.print(HELP);
            return 2;
        } catch (StartRefused refusal) {
            refusal.findings().forEach(finding -> err.println(finding.both()));
            return 1;
        }
    }

    private static Wish read(Iterator<String> arguments) {
        Wish wish = new Wish(0, URI.create("http://localhost:8080"), 16, false, false);
        while (arguments.hasNext()) {
            String name = arguments.next();
            wish = switch (name) {
                case "--help", "-h" -> new Wish(wish.events(), wish.url(), wish.callers(), wish.json(), true);
                case "--json" -> new Wish(wish.events(), wish.url(), wish.callers(), true, wish.help());
                case "--load" ->
                    new Wish(number(name, arguments, 1_000_000), wish.url(), wish.callers(), wish.json(), wish.help());
                case "--callers" ->
                    new Wish(wish.events(), wish.url(), number(name, arguments, 256), wish.json(), wish.help());
                case "--url" -> new Wish(wish.events(), url(arguments), wish.callers(), wish.json(), wish.help());
                default -> throw new IllegalArgumentException(name);
            };
        }
        return wish;
    }

    private static int number(String name, Iterator<String> arguments, int most) {
        String text = arguments.hasNext() ? arguments.next() : "";
        int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(name + " " + text);
        }
        return number;
    }

    private static URI url(Iterator<String> arguments) {
        String text = arguments.hasNext() ? arguments.next() : "";
        URI url = URI.create(text);
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("--url " + text);
        }
        return url;
    }
}
