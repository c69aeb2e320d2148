package vn.lienthong.document.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.document.Sha256Name;

/**
 * The table {@code document_upload}: files that go into a bucket in parts. Not every store lists those that were left
 * behind, so we remember them ourselves.
 */
@Repository
public class UploadRepository {
    private final JdbcTemplate jdbc;

    /** In this database. */
    public UploadRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An upload under the number that the store gave it. */
    record Upload(Sha256Name name, String id) {}

    void begun(Upload upload) {
        jdbc.update(
                "insert into document_upload (upload_id, sha256) values (?, decode(?, 'hex')) on conflict do nothing",
                upload.id(),
                upload.name().hex());
    }

    void over(Upload upload) {
        jdbc.update(
                "delete from document_upload where upload_id = ? and sha256 = decode(?, 'hex')",
                upload.id(),
                upload.name().hex());
    }

    List<Upload> begunBefore(Instant time) {
        return jdbc.query(
                "select encode(sha256, 'hex'), upload_id from document_upload where begun_at < ? order by begun_at",
                (row, number) -> new Upload(new Sha256Name(row.getString(1)), row.getString(2)),
                time.atOffset(ZoneOffset.UTC));
    }
}
