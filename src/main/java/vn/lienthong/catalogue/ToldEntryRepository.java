package vn.lienthong.catalogue;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.Sha256;

/** The table {@code catalogue_told}. */
@Repository
class ToldEntryRepository {
    private final JdbcTemplate jdbc;

    ToldEntryRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything, in the order of time. */
    List<ToldEntry> all() {
        return jdbc.query(
                "select list, code, valid_from, content from catalogue_told order by valid_from, list, code",
                (row, number) -> new ToldEntry(
                        EntryList.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getDate(3).toLocalDate(),
                        row.getString(4)));
    }

    /** Rises with every change. */
    long generation() {
        Long generation = jdbc.queryForObject("select generation from catalogue_pull", Long.class);
        return generation == null ? 0 : generation;
    }

    /** Holds the turn until the transaction ends; false when somebody else has it by now. */
    boolean hold(UUID turn) {
        return !jdbc.queryForList("select 1 from catalogue_pull where turn = ? for update", turn)
                .isEmpty();
    }

    void apply(List<ToldEntry> forget, List<ToldEntry> put) {
        jdbc.batchUpdate(
                "delete from catalogue_told where list = ? and code = ? and valid_from = ?",
                forget,
                500,
                (statement, entry) -> {
                    statement.setString(1, entry.list().name());
                    statement.setString(2, entry.code());
                    statement.setDate(3, Date.valueOf(entry.validFrom()));
                });
        jdbc.batchUpdate(
                "insert into catalogue_told (list, code, valid_from, content, hash) values (?, ?, ?, ?, ?)",
                put,
                500,
                (statement, entry) -> {
                    statement.setString(1, entry.list().name());
                    statement.setString(2, entry.code());
                    statement.setDate(3, Date.valueOf(entry.validFrom()));
                    statement.setString(4, entry.content());
                    statement.setBytes(5, hash(entry.content()));
                });
        jdbc.update("update catalogue_pull set generation = generation + 1");
    }

    private static byte @Nullable [] hash(@Nullable String content) {
        return content == null ? null : Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
