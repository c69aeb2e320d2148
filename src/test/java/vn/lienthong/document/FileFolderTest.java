package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.delivery.TestCompany;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.testing.TestDatabase;

/** Nodes on one database must see one folder of files. */
class FileFolderTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path data;

    @Test
    void secondNodeWithAnotherFolder_doesNotStart_whileTheFirstRuns() throws Exception {
        try (TestCompany first = TestCompany.joins(DATABASE);
                TestCompany second = TestCompany.joins(DATABASE)) {
            open(data.resolve("one"), first);

            assertThatThrownBy(() -> open(data.resolve("two"), second)).isInstanceOf(StartRefused.class);
            assertThat(open(data.resolve("one"), second).path())
                    .isEqualTo(data.toRealPath().resolve("one"));
        }
        try (TestCompany alone = TestCompany.joins(DATABASE)) {
            assertThat(open(data.resolve("two"), alone).isShared()).isTrue();
            assertThat(open(data.resolve("two"), alone).isShared()).isTrue();
        }
    }

    @Test
    void folderThatCannotBeMade_isNamedInOneLine() throws Exception {
        Path file = java.nio.file.Files.writeString(data.resolve("file"), "x");
        try (TestCompany company = TestCompany.joins(TestDatabase.fresh())) {
            assertThatThrownBy(() -> open(file, company))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("lienthong.document.folder");
        }
    }

    private FileFolder open(Path folder, TestCompany company) {
        return new FileFolder(
                DocumentWorld.settings(Map.of("folder", folder.toString())),
                data,
                new FileRepository(new JdbcTemplate(DATABASE.dataSource())),
                company.company());
    }
}
