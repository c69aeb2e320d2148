package vn.lienthong.doctor;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.platform.PlatformCheckups;

/** {@code java -jar lienthong.jar doctor}: all findings at once, each with cause and remedy. */
public final class DoctorCommand {
    private static final String HELP = """
            java -jar lienthong.jar doctor [--json] [--thiết-lập=giá-trị …]

            Kiểm tra mọi thứ trục cần: thư mục dữ liệu, cơ sở dữ liệu, kho tệp, đồng hồ, khóa và chứng thư, dấu thời gian,
            trạng thái chứng thư, từng đối tác. Chạy cạnh trục đang chạy mà không ảnh hưởng gì: không khóa, không ghi, không đăng nhập.
            / Examines all the gateway needs: data folder, database, store of files, clock, keys and certificates, time-stamps,
            revocation, each partner. Runs beside a running gateway without touching it: no lock, no write, no sign-in.
              --json                              kết quả dạng JSON / the findings as JSON
              --spring.profiles.active=production thiết lập như khi chạy thật; mặc định sandbox / settings as the gateway's
              --lienthong.data=…                  và mọi thiết lập khác, như khi chạy trục / and any other, as for the gateway
            Kết thúc 0: không có lỗi; 1: có lỗi; 2: sai tham số. / Ends with 0: no errors; 1: errors; 2: wrong arguments.
            """;

    private DoctorCommand() {}

    /** Examines: 0 without errors, 1 with some, 2 on wrong arguments. */
    public static int run(String[] arguments) throws InterruptedException {
        return run(arguments, System.out, System.err);
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws InterruptedException {
        List<String> settings = new ArrayList<>();
        boolean json = false;
        for (String argument : arguments) {
            if (argument.equals("--help") || argument.equals("-h")) {
                out.print(HELP);
                return 0;
            }
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.startsWith("--") && argument.contains("=")) {
                settings.add(argument);
            } else {
                err.println("Tham số không hợp lệ / wrong argument: " + argument);
                err.print(HELP);
                return 2;
            }
        }
        return examine(settings, json, out, err);
    }

    private static int examine(List<String> settings, boolean json, PrintStream out, PrintStream err)
            throws InterruptedException {
        try (ConfigurableApplicationContext context = context(settings)) {
            GatewayClock clock = context.getBean(GatewayClock.class);
            List<Examined> examined = new Examination(clock)
                    .run(context.getBean(DoctorContext.Checkups.class).all());
            DoctorReport report = new DoctorReport(clock.now(), examined);
            out.print(json ? report.json() : report.text());
            return report.well() ? 0 : 1;
        } catch (RuntimeException failure) {
            List<Bilingual> findings = PlatformCheckups.whatIsWrong(failure);
            if (findings.isEmpty()) {
                throw failure;
            }
            findings.forEach(finding -> err.println("✘ " + finding.both()));
            return 1;
        }
    }

    private static ConfigurableApplicationContext context(List<String> settings) {
        SpringApplication application = new SpringApplication(DoctorContext.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        List<String> all = new ArrayList<>(settings);
        all.add("--logging.level.root=off"); // whatever is to be said stands in the findings
        all.add("--logging.level.vn.lienthong=off");
        return application.run(all.toArray(String[]::new));
    }
}
