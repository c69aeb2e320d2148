package vn.lienthong.dossier;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.Page;

/** The table {@code dossier}. */
@Repository
class DossierRepository {
    private static final String COLUMNS =
            "number, version, revision, state_event, status, procedure_code, intake_agency, competent_agency,"
                    + " collection_agency, parent, test, accepted_at, appointment_at, last_step_at, last_sequence, homes,"
                    + " updated_at";

    private final JdbcTemplate jdbc;

    DossierRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks these dossiers until the transaction ends, in one order for all writers; unknown numbers are left out. */
    Map<String, DossierRecord> lock(Collection<String> numbers) {
        Map<String, DossierRecord> locked = new HashMap<>();
        jdbc.query(
                "select " + COLUMNS + " from dossier where number = any(?) order by number for update",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray())),
                row -> {
                    DossierRecord record = read(row);
                    locked.put(record.number(), record);
                });
        return locked;
    }

    Optional<DossierRecord> find(String number) {
        return jdbc
                .query("select " + COLUMNS + " from dossier where number = ?", (row, place) -> read(row), number)
                .stream()
                .findFirst();
    }

    Map<String, DossierRecord> find(Collection<String> numbers) {
        Map<String, DossierRecord> found = new HashMap<>();
        jdbc.query(
                "select " + COLUMNS + " from dossier where number = any(?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray())),
                row -> {
                    DossierRecord record = read(row);
                    found.put(record.number(), record);
                });
        return found;
    }

    /** Goes along the index from the beginning on; numbers are sorted as bytes or nearly so, whatever the database's order. */
    List<DossierRecord> startingWith(String beginning, int most) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from dossier where number >= ? order by number limit ?",
                        (row, place) -> read(row),
                        beginning,
                        most)
                .stream()
                .filter(record -> record.number().startsWith(beginning))
                .toList();
    }

    List<DossierRecord> acceptedSince(Instant accepted, String after, int most) {
        return jdbc.query(
                "select " + COLUMNS + " from dossier where accepted_at >= ? and number > ? order by number limit ?",
                (row, place) -> read(row),
                Timestamp.from(accepted),
                after,
                most);
    }

    /** Goes along the index over the times of acceptance, backwards. */
    Page<DossierRecord> search(DossierFilter filter) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("accepted_at is not null");
        DossierStatus status = filter.status();
        narrow(where, values, "status = ?", status == null ? null : status.name());
        narrow(where, values, "procedure_code = ?", filter.procedureCode());
        narrow(where, values, "? in (intake_agency, competent_agency)", filter.agency());
        narrow(where, values, "accepted_at >= ?", timestamp(filter.acceptedFrom()));
        narrow(where, values, "accepted_at < ?", timestamp(filter.acceptedUntil()));
        narrow(
                where,
                values,
                "(accepted_at, number) < (select accepted_at, number from dossier where number = ?)",
                filter.after());
        values.add(filter.limit() + 1);
        List<DossierRecord> found = jdbc.query(
                "select " + COLUMNS + " from dossier where " + where
                        + " order by accepted_at desc, number desc limit ?",
                (row, place) -> read(row),
                values.toArray());
        return found.size() <= filter.limit()
                ? new Page<>(found, null)
                : new Page<>(
                        List.copyOf(found.subList(0, filter.limit())),
                        found.get(filter.limit() - 1).number());
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    List<DossierRecord> children(String parent) {
        return jdbc.query(
                "select " + COLUMNS + " from dossier where parent = ? order by number limit 100",
                (row, place) -> read(row),
                parent);
    }

    List<DossierRecord> unfinished(Collection<String> procedureCodes, String after, int most) {
        return jdbc.query(
                "select " + COLUMNS + " from dossier where procedure_code = any(?) and number > ?"
                        + " and status not in ('NOT_ACCEPTED', 'WITHDRAWN', 'STOPPED', 'RETURNED') order by number limit ?",
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", procedureCodes.toArray()));
                    statement.setString(2, after);
                    statement.setInt(3, most);
                },
                (row, place) -> read(row));
    }

    /** Open dossiers that one of these agencies has, by number from the one after {@code after} on. */
    List<String> openOf(Collection<String> agencies, String after, int most) {
        return jdbc.query(
                "select number from dossier where number > ? and (status is null"
                        + " or status not in ('NOT_ACCEPTED', 'STOPPED', 'RETURNED'))"
                        + " and (intake_agency = any(?) or competent_agency = any(?) or collection_agency = any(?))"
                        + " order by number limit ?",
                statement -> {
                    Array codes = statement.getConnection().createArrayOf("text", agencies.toArray());
                    statement.setString(1, after);
                    statement.setArray(2, codes);
                    statement.setArray(3, codes);
                    statement.setArray(4, codes);
                    statement.setInt(5, most);
                },
                (row, place) -> row.getString(1));
    }

    /** Adds dossiers that were not there when locking; fails if another node added one meanwhile. */
    void insert(List<DossierRecord> records) {
        batch(
                "insert into dossier (version, revision, state_event, status, procedure_code, intake_agency,"
                        + " competent_agency, collection_agency, parent, test, accepted_at, appointment_at, last_step_at,"
                        + " last_sequence, homes, updated_at, number) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                records);
    }

    /** Writes locked dossiers as they stand now. */
    void update(List<DossierRecord> records) {
        batch(
                "update dossier set version = ?, revision = ?, state_event = ?, status = ?, procedure_code = ?,"
                        + " intake_agency = ?, competent_agency = ?, collection_agency = ?, parent = ?, test = ?,"
                        + " accepted_at = ?, appointment_at = ?, last_step_at = ?, last_sequence = ?, homes = ?, updated_at = ?"
                        + " where number = ?",
                records);
    }

    private void batch(String sql, List<DossierRecord> records) {
        if (!records.isEmpty()) {
            jdbc.batchUpdate(sql, records, records.size(), DossierRepository::bind);
        }
    }

    private static void bind(PreparedStatement statement, DossierRecord record) throws SQLException {
        DossierStatus status = record.status();
        statement.setInt(1, record.version());
        statement.setObject(2, record.revision(), java.sql.Types.BIGINT);
        statement.setObject(3, record.stateEvent(), java.sql.Types.OTHER);
        statement.setString(4, status == null ? null : status.name());
        statement.setString(5, record.procedureCode());
        statement.setString(6, record.intakeAgency());
        statement.setString(7, record.competentAgency());
        statement.setString(8, record.collectionAgency());
        statement.setString(9, record.parent());
        statement.setBoolean(10, record.test());
        statement.setTimestamp(11, timestamp(record.acceptedAt()));
        statement.setTimestamp(12, timestamp(record.appointmentAt()));
        statement.setTimestamp(13, timestamp(record.lastStepAt()));
        statement.setObject(14, record.lastSequence(), java.sql.Types.BIGINT);
        statement.setArray(15, statement.getConnection().createArrayOf("text", pairs(record.homes())));
        statement.setTimestamp(16, timestamp(record.updatedAt()));
        statement.setString(17, record.number());
    }

    private static DossierRecord read(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new DossierRecord(
                row.getString("number"),
                row.getInt("version"),
                row.getObject("revision", Long.class),
                row.getObject("state_event", UUID.class),
                status == null ? null : DossierStatus.valueOf(status),
                row.getString("procedure_code"),
                row.getString("intake_agency"),
                row.getString("competent_agency"),
                row.getString("collection_agency"),
                row.getString("parent"),
                row.getBoolean("test"),
                instant(row.getTimestamp("accepted_at")),
                instant(row.getTimestamp("appointment_at")),
                instant(row.getTimestamp("last_step_at")),
                row.getObject("last_sequence", Long.class),
                homes((String[]) row.getArray("homes").getArray()),
                row.getTimestamp("updated_at").toInstant());
    }

    private static Object[] pairs(Map<String, String> homes) {
        return new TreeMap<>(homes)
                .entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray();
    }

    private static Map<String, String> homes(String[] pairs) {
        Map<String, String> homes = new HashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            homes.put(pairs[i], pairs[i + 1]);
        }
        return homes;
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
