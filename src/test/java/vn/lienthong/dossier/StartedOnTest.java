package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day whose catalogue a dossier keeps stands in its number, whatever happens to it later. */
class StartedOnTest {
    private static final Instant LATER = Instant.parse("2026-11-25T18:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "H15.24133-261120-0007, 2026-11-20",
        "000.24.15.H15-240229-0012, 2024-02-29",
        "H15.102.03-261121-060007, 2026-11-21",
    })
    void isTheDayInTheNumber_whateverWasToldSince(String number, LocalDate day) {
        DossierRecord record = DossierRecord.unseen(number, "H15.24133", "H15.24133", LATER);
        ProgressStep step = new ProgressStep(
                1L,
                LATER.atZone(vn.lienthong.kernel.GatewayClock.ZONE).toOffsetDateTime(),
                "Trần Thị Mẫu",
                null,
                null,
                "Đang xử lý",
                DossierStatus.IN_PROGRESS,
                null,
                null,
                java.util.Map.of());

        assertThat(record.startedOn()).isEqualTo(day);
        assertThat(record.withStep(1, step, LATER).startedOn()).isEqualTo(day);
    }
}
