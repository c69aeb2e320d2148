package vn.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

class CatalogueTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Nested
    class TheSandboxCatalogue {
        private final Catalogue catalogue = Catalogue.load(SchemaFiles.packed());

        @ParameterizedTest
        @CsvSource({
            "1.001193, G15-HT01, 4, true",
            "1.000656, G15-HT01, 3, true",
            "1.000894, G15-HT01, 2, true",
            "2.000635, G15-HT01, 1, true",
            "2.000908, G15-CT01, 1, false",
            "2.000815, G15-CT01, 2, false",
            "3.000722, G15-HT02, 3, true",
            "2.002913, G15-HT02, 2, true",
            "1.001612, G12-HKD, 2, true",
            "2.000720, G12-HKD, 1, true",
            "2.000575, G12-HKD, 1, true",
            "1.001266, G12-HKD, 2, true",
            "1.007254, G17-XD01, 2, false",
            "1.004194, G01-CT02, 2, true",
            "1.003003, G13-DD01, 3, true",
        })
        void holds_eachProcedure(String code, String sector, int components, boolean mayAsk) {
            Procedure procedure = catalogue.procedures().find(code, DAY).orElseThrow();
            assertThat(procedure.sector().code()).isEqualTo(sector);
            assertThat(procedure.components()).hasSize(components);
            assertThat(procedure.component("TP01").orElseThrow().required()).isTrue();
            assertThat(procedure.mayAsk(Procedure.Register.POPULATION)).isEqualTo(mayAsk);
            assertThat(procedure.results()).isNotEmpty();
        }

        @Test
        void holds_fifteenProcedures_andTheAgenciesInForce() {
            assertThat(catalogue.procedures().all(DAY)).hasSize(21);
            assertThat(catalogue.agencies().all(DAY))
                    .extracting(Agency::code)
                    .containsExactly(
                            "H15",
                            "H15.01",
                            "H15.02",
                            "H15.03",
                            "H15.04",
                            "H15.05",
                            "H15.24121",
                            "H15.24133",
                            "H15.24163",
                            "H15.24169",
                            "H99",
                            "H99.14");
            assertThat(catalogue.agencies().currentCode("000.24.15.H15")).isEqualTo("H15.24133");
            assertThat(catalogue.agencies().isSelfOrBelow("H15.01", "000.00.01.H15"))
                    .isTrue();
        }

        @Test
        void spares_thePaperThatTheRegisterHolds() {
            Procedure birth = catalogue.procedures().find("1.001193", DAY).orElseThrow();
            assertThat(birth.component("TP03").orElseThrow().notNeededWhenHeldBy())
                    .isEqualTo(Procedure.Register.POPULATION);
        }
    }

    @Nested
    class ABrokenFile {
        @TempDir
        private Path folder;

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"source\":\"x\",\"agencies\":[| agencies.json, dòng/line 1",
                    "{\"source\":\"x\"}| agencies.json",
                    "{\"source\":\"x\",\"agencies\":[{\"code\":\"H15\",\"level\":\"PROVINCE\",\"validFrom\":\"2020-01-01\"}]}"
                            + "| agencies.json, H15",
                    "{\"source\":\"x\",\"agencies\":[{\"code\":\"H15\",\"name\":\"T\",\"level\":\"TOWN\",\"validFrom\":\"2020-01-01\"}]}"
                            + "| /agencies/0/level",
                    "{\"source\":\"x\",\"agencies\":[{\"code\":\"H15\",\"name\":\"T\",\"level\":\"PROVINCE\",\"validFrom\":\"2020-02-30\"}]}"
                            + "| agencies.json, H15",
                    "{\"source\":\"x\",\"agencies\":[{\"code\":\"H15\",\"name\":\"T\",\"level\":\"PROVINCE\",\"validFrom\":\"2020-01-01\",\"successor\":\"H16\"}]}"
                            + "| H15: successor H16 is unknown",
                })
        void refusesTheStart_namingFileAndEntry(String content, String named) throws IOException {
            Files.createDirectories(folder.resolve("catalogue"));
            Files.writeString(folder.resolve("catalogue/agencies.json"), content);
            SchemaFiles files = SchemaFiles.in(folder);
            assertThatThrownBy(() -> Catalogue.load(files)).isInstanceOfSatisfying(StartRefused.class, refused -> {
                assertThat(refused.findings()).hasSize(1);
                assertThat(refused.findings().getFirst().both())
                        .startsWith("Danh mục " + folder)
                        .contains(named);
            });
        }
    }
}
