package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.TestCompany;
import vn.lienthong.document.internal.Depot;
import vn.lienthong.document.internal.DepotTrouble;
import vn.lienthong.document.internal.Fault;
import vn.lienthong.document.internal.S3World;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.testing.FaultyWire;
import vn.lienthong.testing.S3Server;
import vn.lienthong.testing.TestDatabase;

/** Nodes on one database must see one place of files; settings that cannot work are refused at the start. */
class KnownDepotTest {
    private static final Sha256Name FILE = new Sha256Name("ab".repeat(32));

    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path data;

    @Test
    void secondNodeWithAnotherFolder_doesNotStart_whileTheFirstRuns() throws Exception {
        try (TestCompany first = TestCompany.joins(database);
                TestCompany second = TestCompany.joins(database)) {
            known(folder("one"), first);

            assertThatThrownBy(() -> known(folder("two"), second))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("lienthong.document.folder");
            assertThat(known(folder("one"), second).where())
                    .isEqualTo(data.toRealPath().resolve("one").toString());
        }
        try (TestCompany alone = TestCompany.joins(database)) {
            assertThat(known(folder("two"), alone).isShared()).isTrue();
            assertThat(known(folder("two"), alone).identity())
                    .isNotEqualTo(folder("one").identity());
        }
    }

    @Test
    void folderThatCannotBeMade_isNamedInOneLine() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "x");

        assertThatThrownBy(() -> FileFolder.of(file, data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("lienthong.document.folder");
    }

    @Test
    void nodesWithOneBucketStart_oneWithAnotherDoesNot() throws Exception {
        S3World world = new S3World(data);
        S3World other = new S3World(data);
        try (TestCompany first = TestCompany.joins(database);
                TestCompany second = TestCompany.joins(database)) {
            known(world.bucket(), first);
            known(world.bucket(), second);

            assertThat(world.seen()).containsExactly("lienthong/store.id");
            assertThatThrownBy(() -> known(other.bucket(), second)).isInstanceOf(StartRefused.class);
            assertThatThrownBy(() -> known(world.bucket("prefix", "khac/"), second))
                    .isInstanceOf(StartRefused.class);
        }
    }

    @Test
    void filesCopiedFromAFolderIntoABucket_areThatFolder() throws Exception {
        S3World world = new S3World(data);
        try (TestCompany company = TestCompany.joins(database)) {
            UUID folder = known(folder("one"), company).identity().orElseThrow();
            world.bucket().identify(folder);

            try (TestCompany other = TestCompany.joins(database)) {
                assertThat(known(world.bucket(), other).identity()).contains(folder);
            }
        }
    }

    @Test
    void wrongKeyOrBucket_isNamedInBothLanguages() throws Exception {
        S3World world = new S3World(data);
        try (TestCompany company = TestCompany.joins(database)) {
            assertRefused(
                    Fault.KEY_REFUSED,
                    world.bucket(
                            "key-file", world.key(S3Server.ACCESS_KEY, "other").toString()),
                    company);
            assertRefused(
                    Fault.KEY_REFUSED,
                    world.bucket("key-file", world.key("nobody", "other").toString()),
                    company);
            assertRefused(
                    Fault.KEY_FILE,
                    world.bucket("key-file", world.key("one line").toString()),
                    company);
            assertRefused(Fault.KEY_FILE, world.bucket("key-file", data + "/none"), company);
            assertRefused(Fault.NO_BUCKET, world.bucket("bucket", "khong-co-" + UUID.randomUUID()), company);
            assertRefused(Fault.TLS, world.bucketAt(S3Server.shared().secureUrl(), "connect-timeout", "5s"), company);
        }
    }

    @Test
    void startsWithoutTheStore_andTakesItOnceItIsBack() throws Exception {
        S3World world = new S3World(data);
        try (FaultyWire wire = new FaultyWire(S3Server.shared().url());
                TestCompany company = TestCompany.joins(database)) {
            wire.away(true);
            Depot depot = known(world.bucketAt(wire.url(), "attempts", "1"), company);
            assertThatThrownBy(() -> depot.isThere(FILE)).isInstanceOf(DepotTrouble.class);
            assertThatThrownBy(() -> depot.begin(FILE)).isInstanceOf(DepotTrouble.class);

            wire.away(false);

            assertThat(depot.isThere(FILE)).isFalse();
            assertThat(world.seen()).containsExactly("lienthong/store.id");
        }
    }

    @Test
    void storeThatComesBackAsAnother_isNotUsed() throws Exception {
        S3World world = new S3World(data);
        try (FaultyWire wire = new FaultyWire(S3Server.shared().url());
                TestCompany first = TestCompany.joins(database);
                TestCompany second = TestCompany.joins(database)) {
            wire.away(true);
            Depot depot = known(world.bucketAt(wire.url(), "attempts", "1"), second);
            known(folder("one"), first);
            wire.away(false);

            assertThatThrownBy(() -> depot.begin(FILE))
                    .isInstanceOfSatisfying(
                            DepotTrouble.class,
                            trouble -> assertThat(trouble.fault()).isEqualTo(Fault.OTHER_STORE));
        }
    }

    private void assertRefused(Fault fault, Depot depot, TestCompany company) {
        assertThatThrownBy(() -> known(depot, company))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.findings())
                                .containsExactly(new Bilingual(
                                        fault.about(depot.where()).vi(),
                                        fault.about(depot.where()).en())));
    }

    private FileFolder folder(String name) {
        return FileFolder.of(data.resolve(name), data);
    }

    private Depot known(Depot depot, TestCompany company) {
        return KnownDepot.atStart(
                depot,
                new FileRepository(new JdbcTemplate(database.dataSource())),
                company.company(),
                new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())));
    }
}
