package vn.lienthong.citizen.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code paper_ledger}. */
@Repository
class LedgerRepository {
    private static final int MOST = 5000;

    private final JdbcTemplate jdbc;

    LedgerRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One dossier's count. */
    record Count(
            String dossierNumber,
            LocalDate month,
            String agency,
            String procedureCode,
            int papers,
            int avoided,
            int asked) {}

    /** The sum of many. */
    record Sum(
            LocalDate month, String agency, String procedureCode, int dossiers, int papers, int avoided, int asked) {}

    void keep(List<Count> counts, Instant now) {
        jdbc.batchUpdate(
                "insert into paper_ledger (dossier_number, month, agency, procedure_code, papers, avoided, asked,"
                        + " counted_at) values (?,?,?,?,?,?,?,?) on conflict (dossier_number) do update set"
                        + " month = excluded.month, agency = excluded.agency, procedure_code = excluded.procedure_code,"
                        + " papers = excluded.papers, avoided = excluded.avoided, asked = excluded.asked,"
                        + " counted_at = excluded.counted_at",
                counts.stream()
                        .map(one -> new Object[] {
                            one.dossierNumber(),
                            one.month(),
                            one.agency(),
                            one.procedureCode(),
                            one.papers(),
                            one.avoided(),
                            one.asked(),
                            Timestamp.from(now)
                        })
                        .toList());
    }

    /** When each of these was counted last; those that never were are left out. */
    Map<String, Instant> counted(Collection<String> dossiers) {
        Map<String, Instant> found = new HashMap<>();
        jdbc.query(
                "select dossier_number, counted_at from paper_ledger where dossier_number = any(?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", dossiers.toArray())),
                row -> {
                    found.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return found;
    }

    List<Sum> sums(
            LocalDate from, LocalDate to, @Nullable Collection<String> agencies, @Nullable String procedureCode) {
        StringBuilder where = new StringBuilder("month >= ? and month <= ?");
        List<Object> values = new ArrayList<>(List.of(from, to));
        if (procedureCode != null) {
            where.append(" and procedure_code = ?");
            values.add(procedureCode);
        }
        if (agencies != null) {
            where.append(" and agency = any(?)");
        }
        return jdbc.query(
                "select month, agency, procedure_code, count(*), sum(papers), sum(avoided), sum(asked) from paper_ledger"
                        + " where " + where + " group by month, agency, procedure_code order by month, agency,"
                        + " procedure_code limit " + MOST,
                statement -> {
                    for (int place = 0; place < values.size(); place++) {
                        statement.setObject(place + 1, values.get(place));
                    }
                    if (agencies != null) {
                        statement.setArray(
                                values.size() + 1, statement.getConnection().createArrayOf("text", agencies.toArray()));
                    }
                },
                (row, place) -> new Sum(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7)));
    }

    List<String> agencies(LocalDate from, LocalDate to) {
        return jdbc.queryForList(
                "select distinct agency from paper_ledger where month >= ? and month <= ?", String.class, from, to);
    }
}
