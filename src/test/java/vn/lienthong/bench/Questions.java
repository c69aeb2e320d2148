package vn.lienthong.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;

/** Asks the same client's questions of the gateway and of the register's twin behind it, and times the answers. */
final class Questions implements AutoCloseable {
    static final String NAME = "Nguyễn Văn Mẫu";
    static final String BORN = "1990-01-31";

    private static final int PEOPLE = 400;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Client client;
    private final URI register;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Questions(Client client, String register) {
        this.client = client;
        this.register = URI.create(register);
    }

    /** For what must be asked anew. */
    IntFunction<HttpRequest> asked() {
        return i -> ofGateway(question(i, "permanentAddress"));
    }

    /** For what is held. */
    IntFunction<HttpRequest> held() {
        return i -> ofGateway(question(i, "fullName"));
    }

    /** The register itself. */
    IntFunction<HttpRequest> direct() {
        return i -> HttpRequest.newBuilder(register)
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                                + "<TraCuuThongTinCongDan xmlns=\"http://dancuquocgia.bca\"><MaYeuCau>"
                                + UUID.randomUUID()
                                + "</MaYeuCau><MaDVC>1.001193</MaDVC><MaTichHop>037</MaTichHop><MaCanBo>1</MaCanBo><SoDinhDanh>"
                                + personalId(i) + "</SoDinhDanh><HoVaTen>NGUYENVANMAU</HoVaTen>"
                                + "<NgayThangNamSinh><NgayThangNam>19900131</NgayThangNam></NgayThangNamSinh>"
                                + "</TraCuuThongTinCongDan></s:Body></s:Envelope>"))
                .build();
    }

    /** How many were not answered since this was asked last: the gateway says so when it has no room. */
    int refused() {
        return refused.getAndSet(0);
    }

    /** So many a second, whether answered or not. */
    Phase paced(IntFunction<HttpRequest> question, int rate, int seconds) {
        long begun = System.nanoTime();
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] answers = new CompletableFuture<?>[rate * seconds];
        for (int i = 0; i < answers.length; i++) {
            long due = begun + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers[i] = send(question, times);
        }
        CompletableFuture.allOf(answers).join();
        return phase(times, begun);
    }

    /** So many at one time, each asking again when answered. */
    Phase crowd(IntFunction<HttpRequest> question, int atOnce, int seconds) {
        long begun = System.nanoTime();
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        Semaphore free = new Semaphore(atOnce);
        while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
            free.acquireUninterruptibly();
            send(question, times).whenComplete((answer, failure) -> free.release());
        }
        free.acquireUninterruptibly(atOnce);
        return phase(times, begun);
    }

    private CompletableFuture<Void> send(IntFunction<HttpRequest> question, ConcurrentLinkedQueue<Long> times) {
        HttpRequest request = question.apply(Math.floorMod(next.getAndIncrement(), PEOPLE));
        long sent = System.nanoTime();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).thenAccept(answer -> {
            if (answer.statusCode() == 200) {
                times.add(System.nanoTime() - sent);
            } else {
                refused.incrementAndGet();
            }
        });
    }

    private static Phase phase(ConcurrentLinkedQueue<Long> times, long begun) {
        double length = (System.nanoTime() - begun) / 1e9;
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Phase(
                sorted.length,
                length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6);
    }

    private HttpRequest ofGateway(String body) {
        return HttpRequest.newBuilder(URI.create(client.gateway() + "/v1/citizen-lookups"))
                .header("Authorization", "Bearer " + client.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    static String personalId(int i) {
        return "06609%07d".formatted(100_000 + i);
    }

    static String dossier(int i) {
        return MadeUp.number(MadeUp.WARD, 5_000_000 + i);
    }

    static String question(int i, String field) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("dossierNumber", dossier(i))
                .put("purpose", "Đăng ký khai sinh")
                .put("legalBasis", "Luật Hộ tịch 2014");
        body.putObject("officer").put("id", "066080000099").put("name", "Trần Thị Mẫu");
        body.putObject("person")
                .put("personalId", personalId(i))
                .put("fullName", NAME)
                .put("dateOfBirth", BORN);
        body.putArray("fields").add(field);
        return body.toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
