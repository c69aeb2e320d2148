package vn.lienthong.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.Http;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.WorkFolder;

/** A gateway that got one more partner by the files of a folder and nothing else, and the twin of that partner. */
final class AddedPartner implements AutoCloseable {
    static final String ID = "household-business";
    /** All there is of it. */
    static final Path FOLDER = Path.of("src/docs/integrate/add-a-partner");
    /** Of the procedures that the partner entry names. */
    static final String PROCEDURE = "1.001612";

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final GatewayProcess gateway;
    private final String twin;

    AddedPartner(String simulators) {
        twin = simulators + "/__sim/ministry";
        Path folder = FOLDER.toAbsolutePath();
        gateway = GatewayProcess.in(
                WorkFolder.fresh("added-partner"),
                simulators,
                "--spring.config.additional-location=file:" + folder.resolve("config") + "/",
                "--lienthong.routes.folder=" + folder.resolve("routes"),
                "--lienthong.schemas=" + folder.resolve("schemas"),
                // silence must not be waited for as long as in the sandbox
                "--lienthong.partners." + ID + ".read-timeout=2s");
    }

    GatewayProcess gateway() {
        return gateway;
    }

    Client ops() {
        return Client.of(gateway.url(), "ops");
    }

    Client ward() {
        return Client.of(gateway.url(), MadeUp.WARD);
    }

    /** Tells a state of a household business's dossier. */
    void tell(String number, long revision, String status) {
        ward().put(number, state(revision, status)).expect(202);
    }

    static ObjectNode state(long revision, String status) {
        return MadeUp.state(revision, status)
                .put("procedureCode", PROCEDURE)
                .put("summary", "Đăng ký hộ kinh doanh, lần " + revision);
    }

    void step(String number, long sequence) {
        ward().progress(number, MadeUp.step(sequence, "IN_PROGRESS")).expect(202);
    }

    /** A new dossier that the partner holds. */
    String held() {
        String number = MadeUp.number();
        tell(number, 1, "ACCEPTED");
        await(number, "CONFIRMED");
        return number;
    }

    /** What goes to the partner of a dossier, oldest first. */
    List<JsonNode> deliveries(String number) {
        List<JsonNode> own = new ArrayList<>();
        ops().get("/v1/dossiers/" + number + "/deliveries")
                .expect(200)
                .json()
                .path("items")
                .forEach(delivery -> {
                    if (delivery.path("partner").asText().equals(ID)) {
                        own.add(delivery);
                    }
                });
        return own;
    }

    JsonNode last(String number) {
        return deliveries(number).getLast();
    }

    /** Waits until all that goes to the partner is in this state. */
    void await(String number, String state) {
        gateway.await(
                "all of " + number + " are " + state,
                LONGEST,
                () -> deliveries(number).stream()
                        .allMatch(delivery -> delivery.path("state").asText().equals(state)));
    }

    void awaitLast(String number, String state) {
        gateway.await(
                "the last of " + number + " is " + state,
                LONGEST,
                () -> last(number).path("state").asText().equals(state));
    }

    void awaitAttempt(String number) {
        gateway.await(
                "the last of " + number + " was tried",
                LONGEST,
                () -> last(number).path("attempts").asInt() >= 1);
    }

    /** Every effect on a dossier at the partner, in order. */
    List<JsonNode> effects(String number) {
        List<JsonNode> effects = new ArrayList<>();
        Http.send("GET", twin + "/dossiers/" + number, null)
                .expect(200)
                .json()
                .path("history")
                .forEach(effects::add);
        return effects;
    }

    int repeats() {
        return Http.send("GET", twin + "/stats", null)
                .expect(200)
                .json()
                .path("duplicates")
                .asInt();
    }

    void fault(String mode, int delayMs) {
        control("/faults", "{\"mode\":\"%s\",\"rate\":1,\"delayMs\":%d,\"retryAfter\":0}".formatted(mode, delayMs));
    }

    void fault(String mode, String service, int delayMs) {
        control("/faults", "{\"mode\":\"%s\",\"service\":\"%s\",\"delayMs\":%d}".formatted(mode, service, delayMs));
    }

    void heal() {
        control("/faults", "{\"mode\":\"none\"}");
        control("/behaviour", "{\"readBack\":\"rich\"}");
    }

    void readBack(String how) {
        control("/behaviour", "{\"readBack\":\"" + how + "\"}");
    }

    /** Somebody else's system tells the partner of the dossier before us. */
    void bringByAnotherRoad(String number) {
        String address = twin.replace("/__sim", "") + "/mapi";
        String session = Http.send("POST", address + "/login", "{\"username\":\"khac\",\"password\":\"x\"}")
                .expect(200)
                .json()
                .path("session")
                .asText();
        Http.send(
                        "POST",
                        address + "/g",
                        "{\"session\":\"%s\",\"service\":\"ThemHoSo\",\"hoSo\":{\"MaHoSo\":\"%s\"}}"
                                .formatted(session, number))
                .expect(200);
    }

    private void control(String path, String body) {
        Http.send("PUT", twin + path, body).expect(200);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
