package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.platform.internal.LeftOvers;
import vn.lienthong.testing.ChildJvm;
import vn.lienthong.testing.TestDatabase;

/** The whole process, from outside: how it starts, refuses to start, and stops. */
@DisplayName("Khởi động và dừng")
class GatewayStartIT {
    private static final String READY = "Liên Thông ready: console http://localhost:";

    @TempDir
    Path data;

    @Test
    @DisplayName("Chạy, báo sẵn sàng, dừng sạch cùng cơ sở dữ liệu nhúng")
    void startsAndStopsWithItsDatabase() throws Exception {
        try (ChildJvm gateway = ChildJvm.packed(arguments())) {
            String ready = gateway.line(line -> line.contains(READY));
            assertThat(readiness(ready)).contains("\"UP\"");
            assertThat(ready).contains(data.toString());
            LeftOvers server = new LeftOvers(data.toRealPath().resolve("postgres"));
            assertThat(server.living()).isNotEmpty();

            assertThat(gateway.terminate()).isEqualTo(143);
            assertThat(server.living()).isEmpty();
            assertThat(gateway.output()).noneMatch(line -> line.contains("ERROR"));
        }
    }

    @Test
    @DisplayName("Dùng cơ sở dữ liệu có sẵn: không giải nén, không chạy gì của PostgreSQL nhúng")
    void touchesNothingEmbedded_whenDatabaseIsNamed() throws Exception {
        TestDatabase named = TestDatabase.empty();
        try (ChildJvm gateway = gateway(
                "--spring.datasource.url=" + named.url(),
                "--spring.datasource.username=" + named.user(),
                "--spring.datasource.password=" + named.password())) {
            assertThat(readiness(gateway.line(line -> line.contains(READY)))).contains("\"UP\"");
            try (var files = Files.list(data)) {
                assertThat(files.map(each -> each.getFileName().toString()))
                        .noneMatch(name -> name.startsWith("postgres"));
            }
            assertThat(gateway.terminate()).isEqualTo(143);
        }
    }

    @Test
    @DisplayName("Từ chối chạy lần hai trên cùng thư mục bằng đúng một dòng")
    void refusesInOneLine_whenFolderIsInUse() {
        try (DataFolder held = DataFolder.open(data);
                ChildJvm second = gateway()) {
            assertThat(second.exitStatus()).isEqualTo(1);
            assertThat(second.output())
                    .singleElement()
                    .asString()
                    .contains(held.path().toString(), "đang được", "is in use");
        }
    }

    @Test
    @DisplayName("Nói rõ bằng một dòng khi không ghi được thư mục dữ liệu")
    void refusesInOneLine_whenFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        try (ChildJvm gateway = ChildJvm.gateway("--lienthong.data=" + file.resolve("data"))) {
            assertThat(gateway.exitStatus()).isEqualTo(1);
            assertThat(gateway.output()).singleElement().asString().contains("lienthong.data");
        }
    }

    @Test
    @DisplayName("Nói rõ bằng một dòng khi cổng đã bị chiếm")
    void refusesInOneLine_whenPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                ChildJvm gateway = gateway("--server.port=" + taken.getLocalPort())) {
            assertThat(gateway.exitStatus()).isEqualTo(1);
            assertThat(gateway.output())
                    .filteredOn(line -> line.contains("ERROR"))
                    .singleElement()
                    .asString()
                    .contains("Cổng " + taken.getLocalPort(), "port " + taken.getLocalPort());
            assertThat(gateway.output()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    @Test
    @DisplayName("Chế độ production từ chối khi thiếu thiết lập, không in vết lỗi")
    void refusesProduction_withoutItsSettings() {
        try (ChildJvm gateway = gateway("--spring.profiles.active=production")) {
            assertThat(gateway.exitStatus()).isEqualTo(1);
            assertThat(gateway.output())
                    .anyMatch(line -> line.contains("ERROR") && line.contains("lienthong."))
                    .noneMatch(line -> line.startsWith("\tat ") || line.startsWith("***"));
            assertThat(new LeftOvers(data.resolve("postgres")).living()).isEmpty();
        }
    }

    @Test
    @DisplayName("Lệnh lạ: nói hai thứ tiếng, kết thúc với mã 2")
    void refusesUnknownWord() {
        try (ChildJvm tool = ChildJvm.gateway("nosuchtool")) {
            assertThat(tool.exitStatus()).isEqualTo(2);
            assertThat(tool.output()).singleElement().asString().contains("Không có lệnh", "There is no command");
        }
    }

    @Test
    @DisplayName("--help kể các lệnh đang có")
    void helpNamesWhatExists() {
        try (ChildJvm tool = ChildJvm.gateway("--help")) {
            assertThat(tool.exitStatus()).isZero();
            assertThat(tool.output()).anyMatch(line -> line.contains("lienthong.jar simulator"));
        }
    }

    private ChildJvm gateway(String... more) {
        return ChildJvm.gateway(arguments(more));
    }

    private String[] arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--lienthong.data=" + data,
                "--lienthong.database.binaries=" + DatabaseProcess.BINARIES.toAbsolutePath(),
                "--lienthong.simulator.port=0",
                "--server.port=0"));
        for (String each : more) {
            arguments.removeIf(known -> known.startsWith(each.substring(0, each.indexOf('=') + 1)));
            arguments.add(each);
        }
        return arguments.toArray(String[]::new);
    }

    private static String readiness(String ready) throws IOException, InterruptedException {
        String address = ready.replaceAll(".*console (http://localhost:[0-9]+/).*", "$1");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "actuator/health/readiness"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
