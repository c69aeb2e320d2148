package vn.lienthong.crash;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The deliveries that were under way when a process was killed: claimed, sent, or in doubt. Resolved is each that the
 * gateway was seen to know about again, whatever it decided.
 */
final class InFlight {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String OPEN = "state in ('SENDING', 'SENT', 'UNCERTAIN')";

    private final GatewayNodes nodes;
    private final List<Long> left;
    private final long killedAt;

    private InFlight(GatewayNodes nodes, List<Long> left, long killedAt) {
        this.nodes = nodes;
        this.left = left;
        this.killedAt = killedAt;
    }

    /** Those of this moment; none where there is no table yet. */
    static InFlight atKill(GatewayNodes nodes, long killedAt) {
        List<Long> found;
        try {
            found = open(nodes, null);
        } catch (SQLException | IOException noDatabaseYet) {
            found = List.of();
        }
        return new InFlight(nodes, new ArrayList<>(found), killedAt);
    }

    int count() {
        return left.size();
    }

    /** From the kill until none of them was left; empty when none was under way. Called once the nodes are ready. */
    Optional<Duration> resolvedWithin() {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .atMost(LONGEST)
                    .until(() -> left.retainAll(open(nodes, left)) && left.isEmpty() || left.isEmpty());
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("Still under way " + LONGEST + " after the nodes were ready: " + left, late);
        }
        return Optional.of(Duration.ofNanos(System.nanoTime() - killedAt));
    }

    private static List<Long> open(GatewayNodes nodes, @org.jspecify.annotations.Nullable List<Long> among)
            throws SQLException, IOException {
        try (Connection connection = nodes.database();
                PreparedStatement query = connection.prepareStatement(
                        "select id from delivery where " + OPEN + (among == null ? "" : " and id = any (?)"))) {
            if (among != null) {
                query.setArray(1, connection.createArrayOf("bigint", among.toArray()));
            }
            List<Long> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }
}
