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
    private final JdbcTemplate jdbc;

    ParcelClaimRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes what is free, in one order for all writers; waits for whoever is taking one of them now. Those it got. */
    Set<String> take(Map<String, UUID> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
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

    /** Gives back everything that these items hold. */
    void release(Collection<UUID> items) {
        if (!items.isEmpty()) {
            jdbc.update(
                    "delete from post_claim where item_id = any(?)",
                    statement ->
                            statement.setArray(1, statement.getConnection().createArrayOf("uuid", items.toArray())));
        }
    }
}
