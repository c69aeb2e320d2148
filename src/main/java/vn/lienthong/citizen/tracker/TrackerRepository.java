package vn.lienthong.citizen.tracker;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.citizen.tracker.TrackedEnd.Outcome;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.Page;

/** The tables {@code data_tracker} and {@code data_tracker_end}, which only grow. */
@Repository
class TrackerRepository {
    private static final int MOST_OF_A_DOSSIER = 200;

    /** Asked by this number; told by this number; told again, from what is held, to who asked by the same old number. */
    private static final String ABOUT = """
            select id from data_tracker where person_mark = ?
            union select id from data_tracker_end where person_mark = ?
            union select again.id from data_tracker_end told join data_tracker old on old.id = told.id
              join data_tracker again on again.person_mark = old.person_mark
              join data_tracker_end held on held.id = again.id and held.cached
              where told.person_mark = ?""";

    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    TrackerRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** The transaction commits without waiting for the disk: it survives this process, only not the server's. */
    void soon() {
        jdbc.execute("set local synchronous_commit = off");
    }

    void add(TrackedQuestion question) {
        String number = question.personalId();
        jdbc.update(
                "insert into data_tracker (id, at, client, agency, officer_id, dossier_number, procedure_code, fields,"
                        + " register, person_mark, sealed) values (?,?,?,?,?,?,?,?,?,?,?)",
                statement -> {
                    statement.setObject(1, question.id());
                    statement.setTimestamp(2, Timestamp.from(question.at()));
                    statement.setString(3, question.client());
                    statement.setString(4, question.agency());
                    statement.setString(5, question.officerId());
                    statement.setString(6, question.dossierNumber());
                    statement.setString(7, question.procedureCode());
                    statement.setArray(
                            8,
                            statement
                                    .getConnection()
                                    .createArrayOf("text", question.fields().toArray()));
                    statement.setString(9, question.register());
                    statement.setBytes(10, number == null ? null : mark(number));
                    statement.setBytes(11, seal.seal(SealedPart.bytes(question), context(question.id())));
                });
    }

    void end(UUID question, TrackedEnd end, @Nullable String toldNumber) {
        Instant asOf = end.asOf();
        jdbc.update(
                "insert into data_tracker_end (id, at, outcome, reason, as_of, cached, evidence,"
                        + " person_mark) values (?,?,?,?,?,?,?,?)",
                question,
                Timestamp.from(end.at()),
                end.outcome().name(),
                end.reason(),
                asOf == null ? null : Timestamp.from(asOf),
                end.cached(),
                end.evidence(),
                toldNumber == null ? null : mark(toldNumber));
    }

    Page<Tracked> about(
            String personalId, @Nullable Instant from, @Nullable Instant to, @Nullable UUID after, int limit) {
        StringBuilder where = new StringBuilder("q.id in (" + ABOUT + ")");
        byte[] mark = mark(personalId);
        List<Object> values = new ArrayList<>(List.of(mark, mark, mark));
        narrow(where, values, "q.at >= ?", from == null ? null : Timestamp.from(from));
        narrow(where, values, "q.at < ?", to == null ? null : Timestamp.from(to));
        narrow(where, values, "q.id < ?", after);
        values.add(limit + 1);
        List<Tracked> found = jdbc.query(
                "select q.*, e.at as end_at, e.outcome, e.reason, e.as_of, e.cached, e.evidence from data_tracker q"
                        + " left join data_tracker_end e using (id) where " + where + " order by q.id desc limit ?",
                (row, number) -> read(row),
                values.toArray());
        boolean more = found.size() > limit;
        List<Tracked> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? items.getLast().question().id().toString() : null);
    }

    List<TrackedEnd> ends(String dossierNumber, String register, String personalId, @Nullable String field) {
        byte[] mark = mark(personalId);
        return jdbc.query(
                "select e.at as end_at, e.outcome, e.reason, e.as_of, e.cached, e.evidence from data_tracker q"
                        + " join data_tracker_end e using (id) where q.dossier_number = ? and q.register = ?"
                        + " and e.outcome <> 'REFUSED' and (q.person_mark = ? or e.person_mark = ?)"
                        + " and (e.outcome <> 'MATCHED' or cardinality(q.fields) > 0)"
                        + " and (?::text is null or ?::text = any(q.fields)) order by q.id desc limit "
                        + MOST_OF_A_DOSSIER,
                (row, number) -> end(row),
                dossierNumber,
                register,
                mark,
                mark,
                field,
                field);
    }

    Map<String, Instant> lastEnds(Collection<String> dossiers) {
        Map<String, Instant> found = new HashMap<>();
        jdbc.query(
                "select q.dossier_number, max(e.at) from data_tracker q join data_tracker_end e using (id)"
                        + " where q.dossier_number = any(?) group by q.dossier_number",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", dossiers.toArray())),
                row -> {
                    found.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return found;
    }

    List<Tracked> ofDossier(String dossierNumber) {
        return jdbc.query(
                "select q.*, e.at as end_at, e.outcome, e.reason, e.as_of, e.cached, e.evidence from data_tracker q"
                        + " left join data_tracker_end e using (id) where q.dossier_number = ? order by q.id desc limit "
                        + MOST_OF_A_DOSSIER,
                (row, number) -> read(row),
                dossierNumber);
    }

    String shortMark(String personalId) {
        return HexFormat.of().formatHex(mark(personalId), 0, 8);
    }

    private Tracked read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        SealedPart hidden = SealedPart.read(seal.open(row.getBytes("sealed"), context(id)));
        TrackedQuestion question = new TrackedQuestion(
                id,
                row.getTimestamp("at").toInstant(),
                row.getString("client"),
                row.getString("agency"),
                row.getString("officer_id"),
                hidden.officerName(),
                row.getString("dossier_number"),
                row.getString("procedure_code"),
                hidden.purpose(),
                hidden.legalBasis(),
                hidden.personalId(),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getString("register"));
        return new Tracked(question, row.getString("outcome") == null ? null : end(row));
    }

    private static TrackedEnd end(ResultSet row) throws SQLException {
        Timestamp asOf = row.getTimestamp("as_of");
        return new TrackedEnd(
                row.getTimestamp("end_at").toInstant(),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                asOf == null ? null : asOf.toInstant(),
                row.getBoolean("cached"),
                row.getObject("evidence", UUID.class));
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    private byte[] mark(String personalId) {
        return seal.mark(personalId.strip().getBytes(StandardCharsets.UTF_8), "person");
    }

    private static byte[] context(UUID id) {
        return ("data-tracker:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
