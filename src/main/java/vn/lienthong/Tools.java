package vn.lienthong;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.lienthong.doctor.DoctorCommand;
import vn.lienthong.evidence.verify.VerifyCommand;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.simulator.SandboxCommand;
import vn.lienthong.simulator.SimulatorCommand;

/** What the jar does besides being the gateway: the first word of the command line names the tool. */
final class Tools {
    private static final List<Tool> ALL = List.of(
            new Tool(
                    "doctor",
                    "[--json]",
                    new Bilingual(
                            "Kiểm tra mọi thứ trục cần, cạnh trục đang chạy.",
                            "Examines all the gateway needs, beside a running one."),
                    DoctorCommand::run),
            new Tool(
                    "sandbox",
                    "--load N [--url URL]",
                    new Bilingual(
                            "Gửi N sự kiện hồ sơ bịa vào một trục thử nghiệm.",
                            "Sends N made-up dossier events to a sandbox gateway."),
                    SandboxCommand::run),
            new Tool(
                    "verify",
                    "[--trust FILE] [--json] FILE…",
                    new Bilingual(
                            "Kiểm tra gói bằng chứng, không cần mạng.", "Checks evidence containers, without network."),
                    VerifyCommand::run),
            new Tool(
                    "simulator",
                    "[--port N] [--data DIR]",
                    new Bilingual(
                            "Chạy riêng các nền tảng quốc gia mô phỏng.",
                            "Runs the simulated national platforms alone."),
                    SimulatorCommand::run));

    private Tools() {}

    /** One tool: its word, what it is for, and where it begins. */
    record Tool(String word, String parameters, Bilingual purpose, Start start) {}

    /** Begins a tool with the words after its own; the status becomes the status of the process. */
    @FunctionalInterface
    interface Start {
        int run(String[] arguments) throws Exception;
    }

    /** Runs the tool that the first word names; empty when the gateway itself is meant. */
    static Optional<Integer> run(String[] arguments, PrintStream out, PrintStream err) throws Exception {
        String word = arguments.length == 0 ? "--" : arguments[0];
        if (List.of("help", "--help", "-h").contains(word)) {
            out.print(usage());
            return Optional.of(0);
        }
        if (word.startsWith("--")) {
            return Optional.empty();
        }
        for (Tool tool : ALL) {
            if (tool.word().equals(word)) {
                return Optional.of(tool.start().run(Arrays.copyOfRange(arguments, 1, arguments.length)));
            }
        }
        err.println("Không có lệnh \"" + word + "\"; xem --help. / There is no command \"" + word + "\"; see --help.");
        return Optional.of(2);
    }

    private static String usage() {
        StringBuilder text = new StringBuilder("""
                Liên Thông: trục liên thông hồ sơ của tỉnh / the integration gateway of a province

                java -jar lienthong.jar [--thiết-lập=giá-trị …]
                    Chạy trục, mặc định ở chế độ thử nghiệm (sandbox). / Runs the gateway, by default as a sandbox.
                    --server.port=8080              cổng / port
                    --lienthong.data=./data         thư mục dữ liệu / data folder
                    --spring.profiles.active=production
                """);
        for (Tool tool : ALL) {
            text.append("\njava -jar lienthong.jar ")
                    .append(tool.word())
                    .append(' ')
                    .append(tool.parameters());
            text.append("\n    ").append(tool.purpose().both()).append('\n');
        }
        return text.toString();
    }
}
