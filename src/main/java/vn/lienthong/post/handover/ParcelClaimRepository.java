package vn.lienthong.post.handover;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code post_claim}: who holds a parcel or a dossier. */
@Repository
class ParcelClaimRepository {
    /** Locks the items first: whoever names one at this moment has it. */
    private static final String TAKE_OVER = """
            with waiting as (
                select c.claim from post_claim c join post_handover_item i on i.id = c.item_id
                    join post_handover h on h.id = i.handover_id
                where c.claim = any(?) and i.verdict = 'DISCREPANCY' and i.named_at is null and h.client = ?
                order by i.id for update of i
            )
            update post_claim c set item_id = w.item
            from waiting f join unnest(?, ?) as w(claim, item) on w.claim = f.claim
            where c.claim = f.claim returning c.claim
            """;

    private final JdbcTemplate jdbc;

    ParcelClaimRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes what is free, in one order for all writers; waits for whoever is taking one of them now. Those it got. */
    Set<String> take(Map<String, UUID> wanted) {
        if (wanted.isEmpty()) {
            return new HashSet<>();
        }
        List<Map.Entry<String, UUID>> ordered =
                wanted.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return new HashSet<>(jdbc.query(
                "insert into post_claim (claim, item_id) select c.claim, c.item from unnest(?, ?) with ordinality"
                        + " as c(claim, item, place) order by c.place on conflict do nothing returning claim",
                statement -> {
                    Object[] claims = ordered.stream().map(Map.Entry::getKey).toArray();
                    Object[] items = ordered.stream().map(Map.Entry::getValue).toArray();
                    statement.setArray(1, statement.getConnection().createArrayOf("text", claims));
                    statement.setArray(2, statement.getConnection().createArrayOf("uuid", items));
                },
                (row, number) -> row.getString(1)));
    }

    /** Takes what is free or held by an item of this client with a discrepancy whose dossier nobody has named. Those it got. */
    Set<String> takeOver(Map<String, UUID> wanted, String client) {
        Set<String> got = take(wanted);
        List<Map.Entry<String, UUID>> others = wanted.entrySet().stream()
                .filter(claim -> !got.contains(claim.getKey()))
                .toList();
        if (!others.isEmpty()) {
            got.addAll(jdbc.query(
                    TAKE_OVER,
                    statement -> {
                        Object[] claims = others.stream().map(Map.Entry::getKey).toArray();
                        Object[] items =
                                others.stream().map(Map.Entry::getValue).toArray();
                        statement.setArray(1, statement.getConnection().createArrayOf("text", claims));
                        statement.setString(2, client);
                        statement.setArray(3, statement.getConnection().createArrayOf("text", claims));
                        statement.setArray(4, statement.getConnection().createArrayOf("uuid", items));
                    },
                    (row, number) -> row.getString(1)));
        }
        return got;
    }

    /** Gives back everything that these items hold whose name begins so. */
    void release(Collection<UUID> items, String beginning) {
        if (!items.isEmpty()) {
            jdbc.update("delete from post_claim where item_id = any(?) and starts_with(claim, ?)", statement -> {
                statement.setArray(1, statement.getConnection().createArrayOf("uuid", items.toArray()));
                statement.setString(2, beginning);
            });
        }
    }
}
