package vn.lienthong.post.handover;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.dossier.DossierNumber;

/** The table {@code post_handover_item}. */
@Repository
class ItemRepository {
    private final JdbcTemplate jdbc;

    ItemRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID handover, List<Judged> items) {
        jdbc.batchUpdate(
                "insert into post_handover_item (id, handover_id, place, parcel_number, dossier_number, competent_agency,"
                        + " intake_agency, verdict, attachments) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                items,
                1000,
                (statement, one) -> {
                    HandoverItem item = one.read().item();
                    DossierNumber number = one.number();
                    statement.setObject(1, one.id());
                    statement.setObject(2, handover);
                    statement.setInt(3, one.read().place());
                    statement.setString(4, one.read().parcelNumber());
                    statement.setString(5, number == null ? null : number.value());
                    statement.setString(6, item == null ? null : item.told().competentAgency());
                    statement.setString(7, item == null ? null : item.told().intakeAgency());
                    statement.setString(8, one.verdict().name());
                    Object[] files = item == null
                            ? new Object[0]
                            : item.files().stream().map(Sha256Name::hex).toArray();
                    statement.setArray(9, statement.getConnection().createArrayOf("text", files));
                });
    }

    /**
     * A parcel that was handed over.
     *
     * @param joined the dossier that it belongs to; null while it waits for one. What the post wrote on an item with a
     *     discrepancy is its word alone and joins nothing
     */
    record Held(
            UUID id,
            String client,
            String manifestNumber,
            String parcelNumber,
            String competentAgency,
            String intakeAgency,
            List<Sha256Name> files,
            Instant signedAt,
            @Nullable String joined) {}

    /** Those of these parcels that were handed over, as they were told last, locked in one order for all writers. */
    List<Held> held(Collection<String> parcels) {
        return jdbc.query(
                "select i.id, h.client, h.number, i.parcel_number, i.competent_agency, i.intake_agency, i.attachments,"
                        + " h.signed_at, case when i.verdict = 'ACCEPTED' or i.named_at is not null then i.dossier_number end"
                        + " from post_handover_item i join post_handover h on h.id = i.handover_id"
                        + " join post_claim c on c.item_id = i.id and c.claim = 'parcel:' || i.parcel_number"
                        + " where i.parcel_number = any(?) and i.verdict in ('ACCEPTED', 'DISCREPANCY')"
                        + " order by i.id for update of i",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", parcels.toArray())),
                (row, place) -> held(row));
    }

    void name(UUID item, String dossierNumber) {
        jdbc.update(
                "update post_handover_item set dossier_number = ?, named_at = clock_timestamp() where id = ?",
                dossierNumber,
                item);
    }

    /** The dossier numbers that parcels of this hand-over got later, by their place. */
    Map<Integer, String> namedLater(UUID handover) {
        Map<Integer, String> named = new HashMap<>();
        jdbc.query(
                "select place, dossier_number from post_handover_item where handover_id = ? and named_at is not null",
                row -> {
                    named.put(row.getInt(1), row.getString(2));
                },
                handover);
        return named;
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                files(row.getArray(7)),
                row.getTimestamp(8).toInstant(),
                row.getString(9));
    }

    private static List<Sha256Name> files(@Nullable Array digests) throws SQLException {
        return digests == null
                ? List.of()
                : Arrays.stream((String[]) digests.getArray())
                        .map(Sha256Name::new)
                        .toList();
    }
}
