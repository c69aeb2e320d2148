package vn.lienthong.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import vn.lienthong.delivery.Attempt;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.delivery.TestQueue;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.portal.FaultTable.Ending;
import vn.lienthong.portal.FaultTable.Row;
import vn.lienthong.portal.session.ConnectorWorld;
import vn.lienthong.simulator.Simulator;
import vn.lienthong.simulator.SimulatorSettings;
import vn.lienthong.testing.PortalTwin;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.testing.WorkFolder;

/**
 * The queue, the connector and the portal's twin on a real database and real sockets. Rounds are made by hand and waits
 * are skipped, so that a case takes milliseconds and always the same way.
 */
final class FaultWorld implements AutoCloseable {
    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofMinutes(30);
    private static final int READ_TIMEOUT_MS = 2000;
    private static final int LITTLE_LATE_MS = 40;
    private static final String REFUSED_FIELD = "HoSoCoThanhPhanSoHoa";

    private final Simulator simulator;
    private final PortalTwin twin;
    private final TestQueue queue;
    private final ConnectorWorld connection;
    private final PortalWorld portal;
    private int count;
    private boolean steps;

    FaultWorld(TestDatabase database) {
        Path folder = WorkFolder.fresh("faults");
        simulator = Simulator.start(new SimulatorSettings("127.0.0.1", 0, folder, Duration.ofMinutes(30)));
        twin = new PortalTwin(simulator.url());
        URI address = URI.create(simulator.url() + "/portal");
        Map<String, String> settings = Map.of("settle", "1m", "read-timeout", READ_TIMEOUT_MS + "ms");
        queue = new TestQueue(database, TestPartners.portal(address, settings));
        connection = new ConnectorWorld(queue.connections(), address, settings);
        portal = new PortalWorld(connection);
    }

    /** What a case came to. */
    record Seen(List<Ending> endings, List<List<String>> workItems, int repeats, int outOfOrder) {}

    Seen play(Row row) {
        queue.clear();
        steps = row.kind().equals("step");
        List<String> dossiers = row.alone() ? List.of(number()) : List.of(number(), number(), number());
        if (!row.kind().equals("create")) {
            dossiers.forEach(dossier -> told(dossier, 1, DossierStatus.ACCEPTED, Map.of()));
            drain();
        }
        JsonNode before = twin.stats();
        twin.behaviour(row.readBack(), row.alone() ? "per-item" : row.together());
        strike(row.fault());
        List<Long> deliveries = tell(row, dossiers);
        round();
        awaitLateEffect(row);
        round();
        twin.heal();
        drain();
        twin.behaviour("rich", "per-item");
        return seen(row, dossiers, deliveries, before, twin.stats());
    }

    private void strike(String fault) {
        boolean login = fault.startsWith("login:");
        if (login) {
            connection.jdbc().update("delete from partner_session");
        }
        String mode = fault.replace("login:", "");
        if (mode.equals("timeout")) {
            twin.faultWithoutPause("delay", "", READ_TIMEOUT_MS * 2);
        } else {
            twin.faultWithoutPause(mode, login ? "login" : "", LITTLE_LATE_MS);
        }
    }

    private List<Long> tell(Row row, List<String> dossiers) {
        List<Long> deliveries = new ArrayList<>();
        for (int i = 0; i < dossiers.size(); i++) {
            boolean refused = i == 1;
            deliveries.add(
                    switch (row.kind()) {
                        case "create" -> told(dossiers.get(i), 1, DossierStatus.ACCEPTED, content(refused));
                        case "update" -> told(dossiers.get(i), 2, DossierStatus.IN_PROGRESS, content(refused));
                        case "step" -> step(dossiers.get(i), refused ? "" : "Chuyển xử lý");
                        default -> throw new IllegalArgumentException(row.kind());
                    });
        }
        return deliveries;
    }

    /** A code outside the national list: the gateway passes it on untouched, the portal refuses it. */
    private static Map<String, Object> content(boolean refused) {
        return refused ? Map.of(REFUSED_FIELD, "9") : Map.of();
    }

    private long told(String dossier, int version, DossierStatus status, Map<String, Object> national) {
        return enqueue("dossier", dossier, version, portal.tell(status, "Khai sinh", national));
    }

    private long step(String dossier, String note) {
        return enqueue("progress", dossier, 2, portal.tellStep(note));
    }

    private long enqueue(String kind, String dossier, int version, UUID event) {
        return queue.enqueue(new DeliveryRequest(
                kind,
                dossier,
                event,
                version,
                kind.equals("dossier"),
                "IN_PROGRESS",
                "H15.24133",
                "H15.24133",
                version == 1,
                null));
    }

    private int round() {
        queue.clock().advance(LONGER_THAN_ANY_WAIT);
        int moved = queue.send("dossier", portal::push) + queue.ask("dossier", portal::ask);
        return steps ? moved + queue.send("progress", portal::pushSteps) + queue.ask("progress", portal::ask) : moved;
    }

    private void drain() {
        for (int rounds = 0; round() > 0; rounds++) {
            if (rounds == 20) {
                throw new AssertionError("still at work after 20 rounds");
            }
        }
    }

    /** What comes late comes within the settle time, which is skipped here: before a call that is made after it. */
    private void awaitLateEffect(Row row) {
        if (row.fault().equals("late-effect")) {
            String later = number();
            told(later, 1, DossierStatus.ACCEPTED, Map.of());
            queue.send("dossier", batch -> {
                portal.push(batch);
                batch.items().forEach(item -> batch.note(item, new Confirmed()));
            });
            Awaitility.await("a later late effect")
                    .until(() -> !twin.history(later).isEmpty());
        }
    }

    private static int before(Row row) {
        return row.kind().equals("create") ? 0 : 1;
    }

    private Seen seen(Row row, List<String> dossiers, List<Long> deliveries, JsonNode before, JsonNode after) {
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < dossiers.size(); i++) {
            Delivery delivery = queue.delivery(deliveries.get(i));
            List<Attempt> attempts = queue.attempts(delivery.id());
            endings.add(new Ending(
                    delivery.state().name(),
                    attempts.stream()
                            .map(Attempt::reason)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList(),
                    (int) attempts.stream().filter(attempt -> !attempt.asked()).count(),
                    (int) attempts.stream().filter(Attempt::asked).count(),
                    twin.history(dossiers.get(i)).size() - before(row)));
        }
        return new Seen(
                endings,
                deliveries.stream().map(queue::workItems).toList(),
                more("duplicates", before, after),
                more("outOfOrder", before, after));
    }

    private static int more(String figure, JsonNode before, JsonNode after) {
        return after.path(figure).asInt() - before.path(figure).asInt();
    }

    private String number() {
        return "H15.24133-261121-" + (10_000 + ++count);
    }

    @Override
    public void close() {
        connection.close();
        queue.close();
        simulator.close();
    }
}
