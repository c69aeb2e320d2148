package vn.lienthong.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.PortalTwin;
import vn.lienthong.testing.SimulatorProcess;
import vn.lienthong.testing.WorkFolder;

/** One gateway and the national twins beside it, shared by all journeys of a build. */
final class Sandbox implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final SimulatorProcess simulator;
    private final GatewayProcess gateway;

    private Sandbox(Path folder) {
        simulator = SimulatorProcess.in(folder);
        gateway = GatewayProcess.in(folder, simulator.url());
    }

    static Sandbox start() {
        return new Sandbox(WorkFolder.fresh("journeys"));
    }

    /** The ward's one-stop system. */
    Client ward() {
        return client(MadeUp.WARD);
    }

    /** A client of the sandbox. */
    Client client(String id) {
        return Client.of(gateway.url(), id);
    }

    PortalTwin portal() {
        return simulator.portal();
    }

    String simulators() {
        return simulator.url();
    }

    GatewayProcess gateway() {
        return gateway;
    }

    /** The deliveries of a dossier, oldest first. */
    List<JsonNode> deliveries(String number) {
        List<JsonNode> all = new ArrayList<>();
        client("ops")
                .get("/v1/dossiers/" + number + "/deliveries")
                .expect(200)
                .json()
                .path("items")
                .forEach(all::add);
        return all;
    }

    /** The newest delivery of a dossier. */
    JsonNode lastDelivery(String number) {
        return deliveries(number).getLast();
    }

    /** Waits until every delivery of a dossier is in this state. */
    void awaitAll(String number, String state) {
        gateway.await(
                "all deliveries of " + number + " are " + state,
                LONGEST,
                () -> deliveries(number).stream()
                        .allMatch(delivery -> delivery.path("state").asText().equals(state)));
    }

    /** Waits until the newest delivery of a dossier is in this state. */
    void awaitLast(String number, String state) {
        gateway.await(
                "the last delivery of " + number + " is " + state,
                LONGEST,
                () -> lastDelivery(number).path("state").asText().equals(state));
    }

    /** Waits until the newest delivery of a dossier was tried this often. */
    void awaitAttempts(String number, int least) {
        gateway.await(
                "the last delivery of " + number + " was tried",
                LONGEST,
                () -> lastDelivery(number).path("attempts").asInt() >= least);
    }

    /** A new dossier, told and confirmed. */
    String confirmedDossier() {
        String number = MadeUp.number();
        tell(number, MadeUp.state(1, "ACCEPTED"));
        awaitAll(number, "CONFIRMED");
        return number;
    }

    /** Tells a state that must be accepted. */
    JsonNode tell(String number, ObjectNode state) {
        return ward().put(number, state).expect(202).json();
    }

    @Override
    public void close() {
        gateway.close();
        simulator.close();
    }
}
