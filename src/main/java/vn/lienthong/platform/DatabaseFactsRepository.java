package vn.lienthong.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.kernel.GatewayClock;

/** Asks a database about itself over one connection, and changes nothing. */
final class DatabaseFactsRepository {
    private static final String FACTS = "select current_setting('server_version_num')::int, pg_is_in_recovery(),"
            + " current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on'"
            + " and current_setting('synchronous_commit') <> 'off', current_setting('max_connections')::int"
            + " - current_setting('superuser_reserved_connections')::int,"
            // readable for everyone, unlike the list of sessions
            + " (select coalesce(sum(numbackends), 0)::int from pg_stat_database),"
            + " pg_database_size(current_database()) / 1048576, to_regclass('flyway_schema_history') is not null";

    private DatabaseFactsRepository() {}

    static DatabaseFacts read(Connection connection, GatewayClock clock) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1"); // what the first statement costs more must not look like a wrong clock
            Instant before = clock.now();
            Instant at;
            try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
                row.next();
                at = row.getObject(1, OffsetDateTime.class).toInstant();
            }
            Duration took = Duration.between(before, clock.now());
            try (ResultSet row = statement.executeQuery(FACTS)) {
                row.next();
                return new DatabaseFacts(
                        Duration.between(at, before.plus(took.dividedBy(2))),
                        took,
                        row.getInt(1),
                        row.getBoolean(2),
                        row.getBoolean(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getLong(6),
                        row.getBoolean(7) ? migrations(connection) : Map.of());
            }
        }
    }

    private static Map<String, Boolean> migrations(Connection connection) throws SQLException {
        Map<String, Boolean> found = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select version, success from flyway_schema_history where version is not null")) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getBoolean(2));
            }
        }
        return found;
    }
}
