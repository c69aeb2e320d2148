package vn.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.catalogue.Succession.Kind;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** The table of who took over from whom. */
class SuccessionsTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
    private static final String BASIS = ";;;;QĐ 1/2027";

    @TempDir
    private Path folder;

    @Test
    void readsWhoTookOver_fromTheDayOn() throws IOException {
        Successions read = read(
                "# ghi chú",
                "AGENCY;H15.24121;H15.24133;MERGED;2027-01-01;2027-03-31;;;QĐ 1/2027",
                "WARD;24991;24121;SPLIT;2025-07-01;;Phường Tân Lập;66;QĐ 19/2025",
                "WARD;24991;24163;SPLIT;2025-07-01;;Phường Tân An;66;QĐ 19/2025");
        Succession merged = read.find(Kind.AGENCY, "H15.24121").orElseThrow();
        assertThat(merged.plain()).isTrue();
        assertThat(merged.holdsOn(DAY.minusDays(1))).isFalse();
        assertThat(merged.holdsOn(DAY)).isTrue();
        assertThat(merged.closedToWriting(LocalDate.of(2027, 3, 31))).isFalse();
        assertThat(merged.closedToWriting(LocalDate.of(2027, 4, 1))).isTrue();
        assertThat(read.heirs(Kind.WARD, "24991", DAY))
                .extracting(Succession.Heir::code)
                .containsExactly("24121", "24163");
        assertThat(read.find(Kind.AGENCY, "24991")).isEmpty();
    }

    @Test
    void followsAChain_asFarAsItHasCome_andNobodyHasToChoose() throws IOException {
        Successions read = read(
                "AGENCY;A01;B01;RENAMED;2026-01-01" + BASIS,
                "AGENCY;B01;C01;MERGED;2027-01-01" + BASIS,
                "AGENCY;C01;D01;SPLIT;2028-01-01" + BASIS,
                "AGENCY;C01;E01;SPLIT;2028-01-01" + BASIS,
                "WARD;11111;22222;MERGED;2026-01-01" + BASIS,
                "WARD;22222;33333;RENAMED;2027-01-01" + BASIS);
        assertThat(read.current(Kind.AGENCY, "A01", LocalDate.of(2025, 12, 31))).isEqualTo("A01");
        assertThat(read.current(Kind.AGENCY, "A01", LocalDate.of(2026, 12, 31))).isEqualTo("B01");
        assertThat(read.current(Kind.AGENCY, "A01", DAY)).isEqualTo("C01");
        assertThat(read.current(Kind.AGENCY, "A01", LocalDate.MAX)).isEqualTo("C01");
        assertThat(read.sameUnder(Kind.AGENCY, "A01", LocalDate.MAX)).isEqualTo("B01");
        assertThat(read.heirs(Kind.AGENCY, "A01", LocalDate.MAX))
                .extracting(Succession.Heir::code)
                .containsExactly("D01", "E01");
        assertThat(read.heirs(Kind.WARD, "11111", DAY))
                .extracting(Succession.Heir::code)
                .containsExactly("33333");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AGENCY;A01;A01;RENAMED;2027-01-01;;;;x| old code",
                "AGENCY;A01;B01;SPLIT;2027-01-01;;;;x| does not go with 1",
                "AGENCY;A01;B01;MERGED;2027-01-01;2026-12-31;;;x| stands before",
                "AGENCY;A01;B01;MERGED;2027-01-01;;;;| legal basis",
                "AGENCY;A01;B01;MERGED;01/01/2027;;;;x| could not be parsed",
                "AGENCY;A01;B01;EATEN;2027-01-01;;;;x| How",
                "AGENCY;A01;b 01;MERGED;2027-01-01;;;;x| form",
                "WARD;24991;2499;MERGED;2027-01-01;;;;x| form",
                "VILLAGE;A01;B01;MERGED;2027-01-01;;;;x| Kind",
                "AGENCY;A01;B01;MERGED;2027-01-01| columns"
            })
    void refusesTheStart_andNamesTheLine(String row, String why) {
        assertThatThrownBy(() -> read(row)).isInstanceOf(StartRefused.class).hasMessageContaining(why.strip());
    }

    @Test
    void refusesWhatContradictsItself_overSeveralRows() {
        assertThatThrownBy(() ->
                        read("AGENCY;A01;B01;MERGED;2027-01-01" + BASIS, "AGENCY;A01;C01;MERGED;2027-01-01" + BASIS))
                .hasMessageContaining("does not go with 2");
        assertThatThrownBy(() ->
                        read("AGENCY;A01;B01;SPLIT;2027-01-01" + BASIS, "AGENCY;A01;C01;SPLIT;2027-02-01" + BASIS))
                .hasMessageContaining("differ in day");
        assertThatThrownBy(() ->
                        read("AGENCY;A01;B01;SPLIT;2027-01-01" + BASIS, "AGENCY;A01;B01;SPLIT;2027-01-01" + BASIS))
                .hasMessageContaining("comes twice");
        assertThatThrownBy(() ->
                        read("AGENCY;A01;B01;MERGED;2027-01-01" + BASIS, "AGENCY;B01;A01;MERGED;2027-01-01" + BASIS))
                .hasMessageContaining("circle");
        assertThatThrownBy(() ->
                        read("AGENCY;A01;B01;MERGED;2027-01-01" + BASIS, "AGENCY;B01;C01;MERGED;2026-01-01" + BASIS))
                .hasMessageContaining("had ended before");
    }

    @Test
    void endsAnAgency_onTheDay_whateverThePortalGoesOnTelling() throws IOException {
        Successions table = read("AGENCY;H15.24121;H15.24133;MERGED;2027-01-01" + BASIS);
        Catalogue files = new Catalogue(
                new Procedures(List.of()),
                new Agencies(List.of(agency("H15"), agency("H15.24121"), agency("H15.24133")), table, () -> DAY));
        Catalogue told = Overlay.over(
                files,
                List.of(new ToldEntry(
                        EntryList.AGENCY, "H15.24121", LocalDate.of(2026, 1, 1), ToldForm.write(agency("H15.24121")))));
        for (Catalogue one : List.of(files, told)) {
            assertThat(one.agencies().find("H15.24121", DAY.minusDays(1))).isPresent();
            assertThat(one.agencies().find("H15.24121", DAY)).isEmpty();
            assertThat(one.agencies().resolve("H15.24121", DAY))
                    .map(Agency::code)
                    .contains("H15.24133");
        }
    }

    @Test
    void refusesATable_thatNamesAnUnknownAgency() throws IOException {
        Successions table = read("AGENCY;H15.24121;H15.24133;MERGED;2027-01-01" + BASIS);
        assertThatThrownBy(() -> new Agencies(List.of(agency("H15.24121")), table, () -> DAY))
                .hasMessageContaining("successor H15.24133 is unknown");
        assertThatThrownBy(() -> new Agencies(List.of(agency("H15.24133")), table, () -> DAY))
                .hasMessageContaining("unknown code");
    }

    private static Agency agency(String code) {
        return new Agency(code, "Cơ quan " + code, Agency.Level.COMMUNE, ToldForm.ALWAYS, null, null);
    }

    private Successions read(String... rows) throws IOException {
        Path file = folder.resolve(SuccessionReader.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", rows));
        return SuccessionReader.load(SchemaFiles.in(folder));
    }
}
