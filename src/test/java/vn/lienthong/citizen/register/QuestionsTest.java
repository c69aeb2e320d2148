package vn.lienthong.citizen.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.testing.HttpDouble;

/** What leaves for the register, and when nothing leaves. */
class QuestionsTest {
    @Test
    void tellsTheFieldsInTheirOrder_andTheNameAsTheRegisterWantsIt() {
        try (HttpDouble partner = answering(Envelopes.of(Envelopes.MAU));
                RegisterWorld world = new RegisterWorld(partner.url(), "door.send-unit=true", "door.phone=0900")) {
            world.ask("066090000011", "Nguyê\u0303n  Va\u0306n Đẫu", "1990-01-31");
            world.ask("240000011", "nguyễn văn mẫu", "1990");

            String first = partner.requests().getFirst().body();
            assertThat(first.replaceAll("<MaYeuCau>[0-9a-f-]{36}</MaYeuCau>", "<MaYeuCau/>"))
                    .contains(
                            "<TraCuuThongTinCongDan xmlns=\"http://dancuquocgia.bca\"><MaYeuCau/><MaDVC>1.001193</MaDVC>"
                                    + "<MaTichHop>037</MaTichHop><MaCanBo>066080000099</MaCanBo><MaDonVi>H15.24133</MaDonVi>"
                                    + "<SoDienThoai>0900</SoDienThoai><SoDinhDanh>066090000011</SoDinhDanh>"
                                    + "<HoVaTen>NGUYENVANDAU</HoVaTen><NgayThangNamSinh><NgayThangNam>19900131</NgayThangNam>"
                                    + "</NgayThangNamSinh></TraCuuThongTinCongDan>");
            assertThat(partner.requests().getLast().body())
                    .contains("<SoCMND>240000011</SoCMND><HoVaTen>NGUYENVANMAU</HoVaTen>"
                            + "<NgayThangNamSinh><Nam>1990</Nam></NgayThangNamSinh>");
            assertThat(partner.requests().getFirst().headers()).contains("SOAPAction: \"\"");
        }
    }

    @Test
    void signsTheHeadersAsXRoadDoes() {
        try (HttpDouble partner = answering(Envelopes.of(""));
                RegisterWorld world = new RegisterWorld(
                        partner.url(),
                        "door.scheme=X_ROAD",
                        "door.user=tinh",
                        "door.secret.value=bi-mat",
                        "door.auth-url=https://xac-thuc.example",
                        "door.api-key.value=khoa",
                        "door.client=VN/GOV/H15/lienthong")) {
            RegisterAnswer answer = world.ask();

            String headers = partner.requests().getFirst().headers();
            String time = header(headers, "Timestamp");
            String digest = HexFormat.of()
                    .formatHex(Sha256.of(
                            ("https://xac-thuc.exampletinh" + time + "bi-mat").getBytes(StandardCharsets.UTF_8)));
            assertThat(header(headers, "Authorization"))
                    .isEqualTo("Basic "
                            + Base64.getEncoder().encodeToString(("tinh:" + digest).getBytes(StandardCharsets.UTF_8)));
            assertThat(header(headers, "X-Road-Client")).isEqualTo("VN/GOV/H15/lienthong");
            assertThat(header(headers, "ApiKey")).isEqualTo("khoa");
            assertThat(new String(answer.messages().getFirst().bytes(), StandardCharsets.UTF_8))
                    .doesNotContain("bi-mat");
        }
    }

    @Test
    void fetchesOneTokenForAll_andAnotherWhenItIsRefused() {
        CountDownLatch once = new CountDownLatch(1);
        try (HttpDouble partner = new HttpDouble((request, wire) -> {
                    if (request.path().equals("/token")) {
                        wire.json("{\"access_token\":\"t" + once.getCount() + "\",\"expires_in\":3600}");
                    } else if (request.headers().contains("Bearer t1")) {
                        once.countDown();
                        wire.answer("401 Unauthorized", "", new byte[0]);
                    } else {
                        wire.answer("200 OK", "", Envelopes.of("").getBytes(StandardCharsets.UTF_8));
                    }
                });
                RegisterWorld world = new RegisterWorld(
                        partner.url(),
                        "door.scheme=LGSP",
                        "door.user=can-bo",
                        "door.secret.value=k",
                        "door.path=/tra-cuu")) {
            assertThat(world.ask()).isInstanceOf(RegisterAnswer.NotHeld.class);
            assertThat(world.ask()).isInstanceOf(RegisterAnswer.NotHeld.class);

            assertThat(partner.requests("/token")).hasSize(2);
            assertThat(partner.requests("/tra-cuu")).hasSize(3);
            assertThat(partner.requests("/tra-cuu").getLast().headers())
                    .contains("lgspaccesstoken: t0")
                    .contains("AuthHash: Y2FuLWJvOms=");
        }
    }

    @Test
    void readsTheCollectionBare_andTextInAnyNormalForm() {
        String decomposed = Envelopes.MAU.replace("Mẫu", "Mâ\u0303u").replace("Nguyễn", "Nguyê\u0303n");
        try (HttpDouble partner = answering(Envelopes.bare(decomposed));
                RegisterWorld world = new RegisterWorld(partner.url())) {
            assertThat(((RegisterAnswer.Held) world.ask()).person().text(PersonField.FULL_NAME))
                    .isEqualTo("Nguyễn Văn Mẫu");
        }
    }

    @Test
    void asksNobody_whileTheBreakerIsOpenOrTheRegisterIsClosed() {
        try (HttpDouble partner = new HttpDouble((request, wire) -> wire.answer("503 Busy", "", new byte[0]));
                RegisterWorld world =
                        new RegisterWorld(partner.url(), "population.breaker.calls=4", "population.breaker.least=2");
                RegisterWorld closed = new RegisterWorld(
                        partner.url(),
                        "population.maintenance[0].from=00:00",
                        "population.maintenance[0].until=00:00")) {
            world.ask();
            world.ask();

            assertThat(trouble(world.ask())).isEqualTo(Trouble.REGISTER_PAUSED);
            assertThat(trouble(closed.ask())).isEqualTo(Trouble.REGISTER_MAINTENANCE);
            assertThat(partner.requests()).hasSize(2);
        }
    }

    @Test
    void tellsTheSurplusThatTheRegisterIsBusy_soonAndWithoutAsking() {
        CountDownLatch answer = new CountDownLatch(1);
        try (HttpDouble partner = new HttpDouble((request, wire) -> {
                    awaitQuietly(answer);
                    wire.answer("200 OK", "", Envelopes.of("").getBytes(StandardCharsets.UTF_8));
                });
                RegisterWorld world =
                        new RegisterWorld(partner.url(), "population.concurrency=2", "population.read-timeout=3900ms");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<RegisterAnswer>> asked = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(world::ask, threads))
                    .toList();
            org.awaitility.Awaitility.await()
                    .until(() ->
                            asked.stream().filter(CompletableFuture::isDone).count() == 18);
            answer.countDown();

            assertThat(asked.stream().map(CompletableFuture::join).filter(RegisterAnswer.Untold.class::isInstance))
                    .hasSize(18)
                    .allMatch(untold -> trouble(untold) == Trouble.REGISTER_BUSY);
            assertThat(partner.requests()).hasSize(2);
        }
    }

    private static HttpDouble answering(String envelope) {
        return new HttpDouble((request, wire) -> wire.answer("200 OK", "", envelope.getBytes(StandardCharsets.UTF_8)));
    }

    private static Trouble trouble(RegisterAnswer answer) {
        return ((RegisterAnswer.Untold) answer).trouble();
    }

    private static String header(String headers, String name) {
        return headers.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
