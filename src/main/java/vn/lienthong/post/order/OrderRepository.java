package vn.lienthong.post.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables {@code post_order} and {@code post_waybill}. */
@Repository
class OrderRepository {
    private static final int LOCK_SPACE = 7247;

    private static final String ALLOT = """
            update post_waybill w set order_number = ?, allotted_at = clock_timestamp()
            from (select item_code from post_waybill where customer = ? and order_number is null
                order by item_code limit 1 for update skip locked) f
            where w.item_code = f.item_code returning w.item_code
            """;

    private final JdbcTemplate jdbc;

    OrderRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one at a time decide about the orders of a dossier, until the transaction ends. */
    void lock(String dossierNumber) {
        jdbc.query("select pg_advisory_xact_lock(?, hashtext(?))", row -> {}, LOCK_SPACE, dossierNumber);
    }

    Optional<PlacedOrder> last(String dossierNumber) {
        return ofDossier(dossierNumber).stream().findFirst();
    }

    /** The orders of a dossier, newest first. */
    List<PlacedOrder> ofDossier(String dossierNumber) {
        return jdbc.query(
                "select * from post_order where dossier_number = ? order by attempt desc",
                OrderRepository::read,
                dossierNumber);
    }

    Optional<PlacedOrder> find(String number) {
        return jdbc.query("select * from post_order where order_number = ?", OrderRepository::read, number).stream()
                .findFirst();
    }

    Optional<PlacedOrder> byItem(String item) {
        return item.isEmpty()
                ? Optional.empty()
                : jdbc.query("select * from post_order where item_code = ?", OrderRepository::read, item).stream()
                        .findFirst();
    }

    void add(String number, String dossier, int attempt, String customer, String agency, long delivery) {
        jdbc.update(
                "insert into post_order (order_number, dossier_number, attempt, customer, agency, delivery_id)"
                        + " values (?, ?, ?, ?, ?, ?)",
                number,
                dossier,
                attempt,
                customer,
                agency,
                delivery);
    }

    /** Hands an order that is not known to be taken to another delivery. */
    void hand(String number, long delivery) {
        jdbc.update("update post_order set delivery_id = ? where order_number = ?", delivery, number);
    }

    /** The post has it, under this parcel number if it told one. */
    void taken(String number, @Nullable String item) {
        jdbc.update(
                "update post_order set state = 'TAKEN', item_code = coalesce(?, item_code) where order_number = ?"
                        + " and state <> 'CANCELLED'",
                item,
                number);
    }

    void cancelled(String number) {
        jdbc.update(
                "update post_order set state = 'CANCELLED', cancelled_at = clock_timestamp() where order_number = ?"
                        + " and state <> 'CANCELLED'",
                number);
    }

    /** A parcel number of this customer that nobody else gets; none when the pool is empty. */
    Optional<String> allot(String number, String customer) {
        Optional<String> item = jdbc.queryForList(ALLOT, String.class, number, customer).stream()
                .findFirst();
        item.ifPresent(code -> jdbc.update("update post_order set item_code = ? where order_number = ?", code, number));
        return item;
    }

    /** How many numbers the customer has left; counts no further than {@code most}. */
    int left(String customer, int most) {
        Integer left = jdbc.queryForObject(
                "select count(*) from (select 1 from post_waybill where customer = ? and order_number is null limit ?) f",
                Integer.class,
                customer,
                most);
        return left == null ? 0 : left;
    }

    /** Adds numbers to a customer's pool; how many of them were new. */
    int addWaybills(String customer, List<String> items) {
        Integer added = jdbc.query(
                connection -> {
                    var statement =
                            connection.prepareStatement("with added as (insert into post_waybill (item_code, customer)"
                                    + " select distinct i, ? from unnest(?) i on conflict do nothing returning 1)"
                                    + " select count(*) from added");
                    statement.setString(1, customer);
                    statement.setArray(2, connection.createArrayOf("text", items.toArray()));
                    return statement;
                },
                row -> row.next() ? row.getInt(1) : 0);
        return added == null ? 0 : added;
    }

    private static PlacedOrder read(ResultSet row, int number) throws SQLException {
        Timestamp cancelled = row.getTimestamp("cancelled_at");
        return new PlacedOrder(
                row.getString("order_number"),
                row.getString("dossier_number"),
                row.getInt("attempt"),
                row.getString("customer"),
                row.getString("agency"),
                row.getLong("delivery_id"),
                row.getString("item_code"),
                PlacedOrder.State.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                cancelled == null ? null : cancelled.toInstant());
    }
}
