package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.access.TestAccess;
import vn.lienthong.signing.LimitedStamps;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.signing.SampleStamps;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.signing.TestSigning;
import vn.lienthong.testing.TestDatabase;

/** Sealed results and time-stamp authorities whose certificates end one after the other. */
final class RenewalWorld implements AutoCloseable {
    static final Instant START = Instant.now();

    final SampleStamps first = LimitedStamps.until(START.plus(Duration.ofDays(30)));
    final SampleStamps second = LimitedStamps.until(START.plus(Duration.ofDays(100)));
    final SampleStamps third = LimitedStamps.until(START.plus(Duration.ofDays(4000)));
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final DocumentWorld documents;
    final ResultRenewalRepository rows;
    final JdbcTemplate jdbc;
    private final SigningWorld signing;
    private final RenewalProperties usual = TestSigning.renewal(Map.of());

    RenewalWorld(SigningWorld signing) {
        this.signing = signing;
        documents = new DocumentWorld(TestDatabase.fresh(), signing);
        jdbc = documents.dossiers.jdbc;
        rows = new ResultRenewalRepository(jdbc, documents.dossiers.clock);
    }

    /** So much later. */
    void advance(Duration by) {
        documents.dossiers.clock.advance(by);
    }

    /** As if no result had been sealed yet. */
    void settle() {
        documents.dossiers.clock.reset();
        metrics.clear();
        List.of(first, second, third).forEach(stamps -> stamps.fault("none"));
        jdbc.update("update document_result set state = 'READY' where state = 'SEALED'");
    }

    /** One who renews with stamps of this authority. */
    ResultRenewal renewal(SampleStamps stamps) {
        RenewedVersions versions = new RenewedVersions(
                rows,
                documents.store,
                documents.files,
                documents.dossiers.workItems,
                TestAccess.audit(JdbcClient.create(jdbc), documents.dossiers.clock),
                usual,
                documents.dossiers.transaction);
        return new ResultRenewal(
                rows,
                versions,
                documents.store,
                signing.renewer(stamps.url(), usual),
                usual,
                documents.dossiers.clock,
                metrics);
    }

    /** A result sealed with a stamp of the first authority. */
    UUID sealed(byte[] document) {
        UUID id = documents.attached(documents.dossier(), document, true);
        while (documents.seal(signing.signer(signing.settings(first.url(), SigningWorld.ROOT)))) {
            // until nothing is due
        }
        assertThat(versions(id)).isEqualTo(2);
        return id;
    }

    long due() {
        return rows.counts(usual).due();
    }

    int versions(UUID id) {
        return jdbc.queryForObject("select count(*) from document_version where result_id = ?", Integer.class, id);
    }

    String dossierOf(UUID id) {
        return jdbc.queryForObject("select dossier_number from document_result where id = ?", String.class, id);
    }

    List<String> workItems(UUID id) {
        return documents.workItems(dossierOf(id));
    }

    @Override
    public void close() {
        List.of(first, second, third).forEach(SampleStamps::close);
        documents.close();
    }
}
