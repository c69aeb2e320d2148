package vn.lienthong.post.tracking;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code post_parcel}. */
@Repository
class ParcelRepository {
    private static final String ADD = """
            insert into post_parcel (parcel_number, dossier_number, direction, agency, delivery_id) values (?, ?, ?, ?, ?)
            on conflict (parcel_number) do update set delivery_id = coalesce(post_parcel.delivery_id, excluded.delivery_id)
                where post_parcel.dossier_number = excluded.dossier_number
                    and post_parcel.direction = excluded.direction
            returning parcel_number
            """;

    private static final String SELECT =
            "select parcel_number, dossier_number, direction, agency, delivery_id, reported,"
                    + " reported_at, failures, delivered, back from post_parcel where parcel_number = any(?)";

    private static final String UPDATE = """
            update post_parcel p set reported = c.reported, reported_at = c.reported_at, failures = c.failures,
                delivered = c.delivered, back = c.back,
                ended_at = coalesce(p.ended_at, case when c.reported in ('DELIVERED', 'RETURNED', 'CANCELLED')
                    then clock_timestamp() end)
            from unnest(?, ?, ?, ?, ?, ?) as c(number, reported, reported_at, failures, delivered, back)
            where p.parcel_number = c.number
            """;

    private final JdbcTemplate jdbc;

    ParcelRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a parcel; false when its number is taken by another one. */
    boolean add(String number, String dossier, ParcelDirection direction, String agency, @Nullable Long delivery) {
        return !jdbc.queryForList(ADD, String.class, number, dossier, direction.name(), agency, delivery)
                .isEmpty();
    }

    /** Adds parcels that bring dossiers; those that are known stay as they are. */
    void add(List<Parcels.Coming> coming) {
        jdbc.update(
                "insert into post_parcel (parcel_number, dossier_number, direction, agency)"
                        + " select c.parcel, c.dossier, 'DOSSIER', c.agency from unnest(?, ?, ?) as c(parcel, dossier, agency)"
                        + " order by c.parcel on conflict do nothing",
                statement -> {
                    array(statement, 1, "text", coming, Parcels.Coming::parcelNumber);
                    array(statement, 2, "text", coming, Parcels.Coming::dossierNumber);
                    array(statement, 3, "text", coming, Parcels.Coming::agency);
                });
    }

    /** Locks those of these parcels that are ours until the transaction ends, in one order for all. */
    Map<String, Parcel> lock(Collection<String> numbers) {
        Map<String, Parcel> found = new HashMap<>();
        jdbc.query(
                SELECT + " order by parcel_number for update",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray())),
                row -> {
                    Parcel parcel = read(row);
                    found.put(parcel.number(), parcel);
                });
        return found;
    }

    /** When we learned that nothing more is to be expected of a parcel, by the database's clock. */
    Optional<Instant> endedAt(String number) {
        return jdbc
                .query(
                        "select ended_at from post_parcel where parcel_number = ? and ended_at is not null",
                        (row, place) -> row.getTimestamp(1).toInstant(),
                        number)
                .stream()
                .findFirst();
    }

    /** Writes locked parcels as they stand now. */
    void update(List<Parcel> parcels) {
        if (parcels.isEmpty()) {
            return;
        }
        jdbc.update(UPDATE, statement -> {
            array(statement, 1, "text", parcels, Parcel::number);
            array(statement, 2, "text", parcels, parcel -> name(parcel.reported()));
            array(statement, 3, "timestamptz", parcels, parcel -> timestamp(parcel.reportedAt()));
            array(statement, 4, "integer", parcels, Parcel::failures);
            array(statement, 5, "boolean", parcels, Parcel::delivered);
            array(statement, 6, "boolean", parcels, Parcel::back);
        });
    }

    static <T> void array(
            PreparedStatement statement, int index, String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(value).toArray()));
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable String name(@Nullable ParcelState state) {
        return state == null ? null : state.name();
    }

    private static Parcel read(ResultSet row) throws SQLException {
        String reported = row.getString("reported");
        Timestamp at = row.getTimestamp("reported_at");
        return new Parcel(
                row.getString("parcel_number"),
                row.getString("dossier_number"),
                ParcelDirection.valueOf(row.getString("direction")),
                row.getString("agency"),
                row.getObject("delivery_id", Long.class),
                reported == null ? null : ParcelState.valueOf(reported),
                at == null ? null : at.toInstant(),
                row.getInt("failures"),
                row.getBoolean("delivered"),
                row.getBoolean("back"));
    }
}
