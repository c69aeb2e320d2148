package vn.lienthong.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;

/** Writes the table {@code inbox_told}. */
@Repository
class ToldRepository {
    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    ToldRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    void add(List<Told> events) {
        jdbc.batchUpdate(
                "insert into inbox_told (id, addresses, type, subject, at, data) values (?, ?, ?, ?, ?, ?)",
                events,
                events.size(),
                (statement, event) -> {
                    statement.setObject(1, event.id());
                    statement.setArray(
                            2,
                            statement
                                    .getConnection()
                                    .createArrayOf("text", event.addresses().toArray()));
                    statement.setString(3, event.type());
                    statement.setString(4, event.subject());
                    statement.setTimestamp(5, Timestamp.from(event.at()));
                    statement.setBytes(6, seal.seal(event.data(), FeedItem.context(event.id())));
                });
    }

    /** An event with the inboxes that show it and its data as JSON. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Told(
            UUID id,
            List<String> addresses,
            String type,
            @Nullable String subject,
            Instant at,
            byte[] data) {}
}
