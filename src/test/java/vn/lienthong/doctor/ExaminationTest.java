package vn.lienthong.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.SettableClock;

class ExaminationTest {
    private static final Diagnosis WELL = Diagnosis.well("A-WELL", "Tốt.", "Well.");

    private final SettableClock clock = new SettableClock();
    private final Examination examination = new Examination(clock);

    @Test
    void looksAtAllSideBySide_andKeepsTheirOrder() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Callable<List<Diagnosis>> meets = () -> {
            both.countDown();
            both.await();
            return List.of(WELL);
        };
        assertThat(examination.run(List.of(checkup("one", 10_000, meets), checkup("two", 10_000, meets))))
                .extracting(Examined::id)
                .containsExactly("one", "two");
    }

    @Test
    void leavesBehind_whoTakesTooLong() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long begun = clock.monotonicNanos();
        List<Examined> found = examination.run(List.of(
                checkup("stuck", 100, () -> {
                    while (never.getCount() > 0) {
                        try {
                            never.await();
                        } catch (InterruptedException deaf) {
                            Thread.currentThread(); // goes on waiting, as some libraries do
                        }
                    }
                    return List.of();
                }),
                checkup("quick", 10_000, () -> List.of(WELL))));
        never.countDown();
        assertThat(Duration.ofNanos(clock.monotonicNanos() - begun)).isLessThan(Duration.ofSeconds(8));
        assertThat(found.getFirst().found()).extracting(Diagnosis::code).containsExactly("CHECK-TOO-SLOW");
        assertThat(found.getLast().found()).containsExactly(WELL);
    }

    @Test
    void tellsWhatABrokenCheckupThrew_andGoesOn() throws Exception {
        List<Examined> found = examination.run(List.of(
                checkup("broken", 10_000, () -> {
                    throw new IOException("no such disk");
                }),
                checkup("worse", 10_000, () -> {
                    throw new StackOverflowError("deep");
                }),
                checkup("well", 10_000, () -> List.of(WELL))));
        assertThat(found.get(0).found().getFirst().found().en()).contains("no such disk");
        assertThat(found.get(1).found().getFirst().code()).isEqualTo("CHECK-FAILED");
        assertThat(found.get(2).worst()).isEqualTo(Diagnosis.Severity.WELL);
    }

    @Test
    void reportsTheSame_toPeopleAndPrograms() throws Exception {
        Diagnosis error =
                Diagnosis.error("A-DOWN", new Bilingual("Hỏng.", "Broken."), new Bilingual("Sửa.", "Mend it."));
        DoctorReport report = new DoctorReport(
                clock.now(), examination.run(List.of(checkup("one", 10_000, () -> List.of(WELL, error)))));
        assertThat(report.well()).isFalse();
        assertThat(report.text()).contains("✘ một / one", "A-DOWN Hỏng.", "Broken.", "→ Sửa.", "1 lỗi", "1 errors");
        var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(report.json());
        assertThat(json.path("well").asBoolean()).isFalse();
        assertThat(json.at("/checks/0/severity").asText()).isEqualTo("ERROR");
        assertThat(json.at("/checks/0/findings/1/remedy/en").asText()).isEqualTo("Mend it.");
        assertThat(json.at("/checks/0/findings/0").has("remedy")).isFalse();
    }

    private static Checkup checkup(String id, long millis, Callable<List<Diagnosis>> look) {
        return new Checkup() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Bilingual title() {
                return new Bilingual("một", id);
            }

            @Override
            public Duration longest() {
                return Duration.ofMillis(millis);
            }

            @Override
            public List<Diagnosis> examine() throws Exception {
                return look.call();
            }
        };
    }
}
