package vn.lienthong.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;

/** Whether the database can be reached, is fit for the gateway and agrees about the time. Never starts one. */
final class DatabaseCheckup implements Checkup {
    private final Environment environment;
    private final PlatformProperties settings;
    private final GatewayClock clock;

    DatabaseCheckup(Environment environment, PlatformProperties settings, GatewayClock clock) {
        this.environment = environment;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "database";
    }

    @Override
    public Bilingual title() {
        return new Bilingual("cơ sở dữ liệu và đồng hồ", "database and clock");
    }

    @Override
    public Duration longest() {
        return Duration.ofSeconds(15);
    }

    @Override
    public List<Diagnosis> examine() throws IOException {
        Path data = settings.data().toAbsolutePath().normalize();
        Optional<DatabaseAddress> address = DatabaseAddress.find(environment, data);
        if (address.isEmpty()) {
            return List.of(Diagnosis.error(
                    "DATABASE-NOT-RUNNING",
                    new Bilingual(
                            "Không có trục nào đang chạy trên thư mục dữ liệu " + data
                                    + ", nên cơ sở dữ liệu kèm theo không chạy.",
                            "No gateway runs on the data folder " + data + ", so its embedded database does not run."),
                    new Bilingual(
                            "Khởi động trục, hoặc chỉ đúng nơi bằng --lienthong.data=… hay --spring.datasource.url=…",
                            "Start the gateway, or name the right place with --lienthong.data=… or"
                                    + " --spring.datasource.url=…")));
        }
        try (Connection connection = address.get().open()) {
            return DatabaseFindings.of(
                    DatabaseFactsRepository.read(connection, clock),
                    PackedMigrations.versions(),
                    settings.database().connections());
        } catch (SQLException failed) {
            return List.of(unreachable(address.get(), failed));
        }
    }

    /** By the state that every PostgreSQL gives, never by its words. */
    private static Diagnosis unreachable(DatabaseAddress address, SQLException failed) {
        String state = Optional.ofNullable(failed.getSQLState()).orElse("");
        String reason = failed.getMessage();
        return switch (state) {
            case "28P01", "28000" ->
                Diagnosis.error(
                        "DATABASE-PASSWORD",
                        new Bilingual(
                                address + " từ chối tên hoặc mật khẩu: " + reason,
                                address + " refuses the name or password: " + reason),
                        new Bilingual(
                                "Kiểm tra SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD và pg_hba.conf.",
                                "Check SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD and pg_hba.conf."));
            case "53300" ->
                Diagnosis.error(
                        "DATABASE-FULL",
                        new Bilingual(address + " hết chỗ kết nối.", address + " takes no more connections."),
                        new Bilingual(
                                "Tăng max_connections, hoặc giảm lienthong.database.connections trên các nút.",
                                "Raise max_connections, or lower lienthong.database.connections on the nodes."));
            case "3D000" ->
                Diagnosis.error(
                        "DATABASE-MISSING",
                        new Bilingual(
                                address + " không có cơ sở dữ liệu này: " + reason,
                                address + " has no such database: " + reason),
                        new Bilingual(
                                "Tạo nó (create database …), hoặc sửa địa chỉ.",
                                "Create it, or correct the" + " address."));
            default ->
                Diagnosis.error(
                        "DATABASE-UNREACHABLE",
                        new Bilingual(
                                "Không kết nối được " + address + ": " + reason,
                                address + " cannot be reached: " + reason),
                        new Bilingual(
                                "Kiểm tra máy chủ PostgreSQL có chạy, địa chỉ, cổng và tường lửa.",
                                "Check that PostgreSQL runs, the address, the port and the firewall."));
        };
    }
}
