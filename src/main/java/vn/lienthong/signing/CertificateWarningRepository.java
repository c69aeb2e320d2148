package vn.lienthong.signing;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code certificate_warning}. */
@Repository
class CertificateWarningRepository {
    private final JdbcTemplate jdbc;

    CertificateWarningRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a warning; false when people were told this before. */
    boolean first(byte[] fingerprint, String place, int step) {
        return jdbc.update(
                        "insert into certificate_warning (fingerprint, place, step) values (?, ?, ?) on conflict do nothing",
                        fingerprint,
                        place,
                        step)
                == 1;
    }
}
