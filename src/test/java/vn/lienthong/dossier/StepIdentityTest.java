package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepIdentityTest {
    private static final DossierNumber NUMBER =
            DossierNumber.parse("H15.24133-251001-0001").orElseThrow();
    private static final DossierNumber OTHER =
            DossierNumber.parse("H15.24133-251001-0002").orElseThrow();

    @Test
    void isTheSame_whateverElseDiffers() {
        ProgressStep bare = step("2025-10-01T09:00:00+07:00", "Trần Thị Mẫu", "Thẩm tra", DossierStatus.IN_PROGRESS);
        ProgressStep fuller = new ProgressStep(
                null,
                OffsetDateTime.parse("2025-10-01T02:00:00Z"),
                bare.officer(),
                "Chuyên viên",
                "Một cửa",
                bare.note(),
                bare.status(),
                bare.occurredAt(),
                bare.occurredAt(),
                Map.of("x", "y"));

        assertThat(StepIdentity.of(NUMBER, fuller)).isEqualTo(StepIdentity.of(NUMBER, bare));
    }

    @Test
    void differs_withEachOfItsParts() {
        ProgressStep step = step("2025-10-01T09:00:00+07:00", "Mẫu", "Thẩm tra", DossierStatus.IN_PROGRESS);

        assertThat(Stream.of(
                                StepIdentity.of(NUMBER, step),
                                StepIdentity.of(OTHER, step),
                                StepIdentity.of(
                                        NUMBER, step("2025-10-01T09:00:01+07:00", "Mẫu", "Thẩm tra", step.status())),
                                StepIdentity.of(
                                        NUMBER,
                                        step("2025-10-01T09:00:00+07:00", "Mẫu Văn", "Thẩm tra", step.status())),
                                StepIdentity.of(
                                        NUMBER, step("2025-10-01T09:00:00+07:00", "Mẫu", "Trình ký", step.status())),
                                StepIdentity.of(
                                        NUMBER,
                                        step("2025-10-01T09:00:00+07:00", "Mẫu", "Thẩm tra", DossierStatus.PROCESSED)))
                        .map(Arrays::toString))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsPartsApart() {
        ProgressStep one = step("2025-10-01T09:00:00+07:00", "An", "Bình ký", DossierStatus.ACCEPTED);
        ProgressStep two = step("2025-10-01T09:00:00+07:00", "AnACCEPTED", "Bình ký", DossierStatus.ACCEPTED);

        assertThat(StepIdentity.of(NUMBER, one)).isNotEqualTo(StepIdentity.of(NUMBER, two));
    }

    private static ProgressStep step(String at, String officer, String note, DossierStatus status) {
        return new ProgressStep(
                null, OffsetDateTime.parse(at), officer, null, null, note, status, null, null, Map.of());
    }
}
