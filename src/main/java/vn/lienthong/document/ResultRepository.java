package vn.lienthong.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.dossier.DossierJson;
import vn.lienthong.kernel.DataSeal;

/** The tables {@code document_result} and {@code document_version}. */
@Repository
class ResultRepository {
    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    ResultRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    void add(NewResult result) {
        jdbc.update(
                "insert into document_result (id, dossier_number, agency, issuer, media_type, state, verdict, received_at,"
                        + " seal_due_at, visible, judge_due_at) values (?, ?, ?, ?, ?, ?, ?, ?,"
                        + " case when ? then clock_timestamp() end, ?, case when ? then clock_timestamp() end)",
                result.id(),
                result.dossierNumber(),
                result.agency(),
                result.issuer(),
                result.document().mediaType(),
                result.state().name(),
                seal.seal(json(result.document().signatures()), context(result.id())),
                Timestamp.from(result.at()),
                result.state() == ResultState.SEALING,
                result.visible(),
                result.document().signatures().state() == Signatures.State.DOUBTFUL);
        addVersion(
                result.id(),
                "RECEIVED",
                new Sha256Name(result.document().sha256()),
                result.document().size());
    }

    void addVersion(UUID id, String madeAs, Sha256Name name, long size) {
        jdbc.update(
                "insert into document_version (result_id, place, made_as, sha256, size) select ?,"
                        + " coalesce(max(place), 0) + 1, ?, ?, ? from document_version where result_id = ?",
                id,
                madeAs,
                name.bytes(),
                size,
                id);
    }

    Optional<KeptResult> find(UUID id) {
        return query("r.id = ?", id).stream().findFirst();
    }

    List<KeptResult> of(String dossierNumber) {
        return query("r.dossier_number = ?", dossierNumber);
    }

    /** What a document was when it came in. */
    Optional<StoredFile> received(UUID id) {
        return jdbc
                .query(
                        "select v.sha256, v.size, r.media_type from document_version v join document_result r"
                                + " on r.id = v.result_id where v.result_id = ? and v.place = 1",
                        (row, number) ->
                                new StoredFile(Sha256Name.of(row.getBytes(1)), row.getLong(2), row.getString(3)),
                        id)
                .stream()
                .findFirst();
    }

    /** Digests of all versions of a result. */
    Set<String> digests(UUID id) {
        return Set.copyOf(jdbc.query(
                "select sha256 from document_version where result_id = ?",
                (row, number) -> Sha256Name.of(row.getBytes(1)).hex(),
                id));
    }

    private List<KeptResult> query(String which, Object value) {
        return jdbc.query(
                "select r.id, r.dossier_number, r.media_type, r.state, r.verdict, r.received_at, v.sha256, v.size,"
                        + " v.made_as from document_result r join lateral (select * from document_version"
                        + " where result_id = r.id order by place desc limit 1) v on true where " + which
                        + " order by r.received_at",
                (row, number) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new KeptResult(
                            id,
                            row.getString(2),
                            ResultState.valueOf(row.getString(4)),
                            signatures(seal.open(row.getBytes(5), context(id))),
                            row.getTimestamp(6).toInstant(),
                            new StoredFile(Sha256Name.of(row.getBytes(7)), row.getLong(8), row.getString(3)),
                            row.getString(9));
                },
                value);
    }

    static byte[] json(Signatures signatures) {
        try {
            return DossierJson.mapper().writeValueAsBytes(signatures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A verdict does not write as JSON", impossible);
        }
    }

    private static Signatures signatures(byte[] json) {
        try {
            return DossierJson.mapper().readValue(json, Signatures.class);
        } catch (IOException corrupt) {
            throw new IllegalStateException("A stored verdict does not read", corrupt);
        }
    }

    static byte[] context(UUID id) {
        return ("result:" + id).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * A result about to be stored.
     *
     * @param agency whose work items it makes
     * @param issuer whose seal it gets
     * @param visible whether the seal is to be seen
     */
    record NewResult(
            UUID id,
            String dossierNumber,
            String agency,
            String issuer,
            ResultState state,
            ReceivedDocument document,
            boolean visible,
            Instant at) {}

    /** A result as it stands, with the version that is handed out. */
    record KeptResult(
            UUID id,
            String dossierNumber,
            ResultState state,
            Signatures signatures,
            Instant receivedAt,
            StoredFile file,
            String madeAs) {}
}
