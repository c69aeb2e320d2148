package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.document.ResultRenewalRepository.Aging;
import vn.lienthong.signing.SigningWorld;

/** Results that cannot be renewed hold up none of those that can. */
class UnrenewableResultTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static RenewalWorld world;

    @BeforeAll
    static void open() {
        world = new RenewalWorld(SIGNING);
    }

    @AfterEach
    void settle() {
        world.settle();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void doNotWaitForThoseWhoseFilesAreGoneOrBroken_andEachOfThoseIsAPersonsMatter() {
        List<UUID> broken = Stream.generate(() -> world.sealed(SigningWorld.XML.bytes()))
                .limit(6)
                .toList();
        UUID good = world.sealed(SigningWorld.XML.bytes());
        world.jdbc.update(
                "update document_result set proof_ends_at = ?::timestamptz, proof_algorithms = '{}'"
                        + " where state = 'SEALED'",
                RenewalWorld.START.plus(Duration.ofDays(20)).toString());
        world.jdbc.update(
                "update document_result set proof_ends_at = ?::timestamptz where id = ?",
                RenewalWorld.START.plus(Duration.ofDays(21)).toString(),
                good);
        broken.forEach(UnrenewableResultTest::loseFiles);
        ResultRenewal renewal = world.renewal(world.second);

        renewal.look();

        assertThat(world.versions(good)).isEqualTo(3);
        for (int look = 0; look < 2; look++) {
            world.advance(Duration.ofHours(7));
            renewal.look();
        }
        assertThat(broken).allSatisfy(id -> assertThat(world.workItems(id)).contains("RESULT-NOT-RENEWED"));
        assertThat(renewal.watch().trouble()).as("the gateway itself is well").isEmpty();
    }

    @Test
    void doNotWaitForMoreThanALookCanTry_whenAnotherAuthorityTellsNothing() {
        world.sealed(SigningWorld.XML.bytes());
        world.sealed(SigningWorld.XML.bytes());
        UUID later = world.sealed(SigningWorld.XML.bytes());
        world.renewal(world.first).look(); // reads how long they last
        world.jdbc.update(
                "update document_result set renew_after = '-infinity', renew_attempts = 7,"
                        + " proof_ends_at = proof_ends_at - interval '1 day' where state = 'SEALED' and id <> ?",
                later);
        world.jdbc.update("update document_result set renew_after = '-infinity' where id = ?", later);
        assertThat(world.rows.take(RenewalWorld.START.plus(Duration.ofDays(90)), Set.of()))
                .map(Aging::id)
                .hasValue(later);
    }

    @Test
    void areTheirOwnMatter_whenASignerWasRevoked() {
        UUID id = world.sealed(SigningWorld.XML.bytes());
        SIGNING.set("ocsp", "behaviour", "{\"revoked\":\"agency-seal\",\"revokedSecondsAgo\":86400}");
        ResultRenewal renewal = world.renewal(world.second);
        for (int look = 0; look < 3; look++) {
            renewal.look();
            world.advance(Duration.ofHours(7));
        }
        SIGNING.set("ocsp", "behaviour", "{\"revoked\":\"\"}");
        assertThat(world.versions(id)).isEqualTo(2);
        assertThat(world.workItems(id)).contains("RESULT-NOT-RENEWED");
        assertThat(renewal.watch().trouble()).as("the gateway itself is well").isEmpty();
    }

    private static void loseFiles(UUID id) {
        world.jdbc.update(
                "update document_version set sha256 = sha256(convert_to(?, 'UTF8')) where result_id = ?",
                id.toString(),
                id);
    }
}
