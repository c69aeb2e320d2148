package vn.lienthong.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.ProgressStep;
import vn.lienthong.national.NationalFinding.Code;

class NationalStepTest {
    private final ObjectMapper json = new ObjectMapper();
    private final NationalStepWriter writer = new NationalStepWriter(NationalSettings.defaults());
    private final NationalStepReader reader = new NationalStepReader(NationalSettings.defaults());

    @Provide
    Arbitrary<ProgressStep> steps() {
        Arbitrary<String> said = HostileTexts.texts().filter(text -> !text.isBlank());
        Arbitrary<String> maybe = HostileTexts.texts().injectNull(0.3);
        return Combinators.combine(
                        Contents.times(),
                        said,
                        maybe,
                        maybe,
                        said,
                        Arbitraries.of(DossierStatus.class),
                        Contents.times().injectNull(0.3),
                        HostileTexts.unknownFields("GhiChu"))
                .as((at, officer, title, department, note, status, from, rest) ->
                        new ProgressStep(null, at, officer, title, department, note, status, from, at, rest));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void step_comesBack(@ForAll("steps") ProgressStep step) throws IOException {
        StepReading reading = reader.read(json.readTree(json.writeValueAsBytes(write(step))));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.step()).isEqualTo(step);
    }

    @Test
    void numbersAreTaken_likeTexts() throws IOException {
        StepReading reading = reader.read(json.readTree("""
                {"MaHoSo":"H15.24133-261121-0007","NguoiXuLy":"Trần Thị Mẫu","ThoiDiemXuLy":20261121091500,
                 "NoiDungXuLy":"Chuyển xử lý","TrangThai":4,"PhongBan":7}"""));
        assertThat(reading.step()).isNotNull();
        assertThat(reading.step().status()).isEqualTo(DossierStatus.IN_PROGRESS);
        assertThat(reading.step().national()).isEqualTo(Map.of("PhongBan", "7"));
    }

    @Test
    void emptyItem_namesEveryMissingField() throws IOException {
        StepReading reading = reader.read(json.readTree("{}"));
        assertThat(reading.step()).isNull();
        assertThat(reading.statedNumber()).isNull();
        assertThat(reading.findings())
                .extracting(NationalFinding::field)
                .containsExactlyInAnyOrder("MaHoSo", "NguoiXuLy", "ThoiDiemXuLy", "NoiDungXuLy", "TrangThai");
    }

    @Test
    void officerNameLongerThanThePortalTakes_cannotBeBuilt() {
        ProgressStep step = new ProgressStep(
                1L,
                OffsetDateTime.parse("2026-11-21T09:15:00+07:00"),
                "x".repeat(51),
                null,
                null,
                "n",
                DossierStatus.ACCEPTED,
                null,
                null,
                Map.of());
        NationalWriting writing = writer.write(number(), step);
        assertThat(writing).isInstanceOf(NationalWriting.Unbuildable.class);
        assertThat(((NationalWriting.Unbuildable) writing).findings())
                .extracting(NationalFinding::code)
                .containsExactly(Code.TOO_LONG);
    }

    private JsonNode write(ProgressStep step) {
        NationalWriting writing = writer.write(number(), step);
        assertThat(writing).isInstanceOf(NationalWriting.Written.class);
        return ((NationalWriting.Written) writing).item();
    }

    private static DossierNumber number() {
        return DossierNumber.parse(Contents.NUMBER).orElseThrow();
    }
}
