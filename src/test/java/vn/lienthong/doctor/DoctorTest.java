package vn.lienthong.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.SettableClock;

class DoctorTest {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final Doctor doctor = new Doctor(new DoctorContext.Checkups(List.of(new Slow())), new SettableClock());

    @Test
    void examinesOnceAtATime_andKeepsTheReport() throws InterruptedException {
        assertThat(doctor.last()).isEmpty();
        Thread first = Thread.ofPlatform().start(this::examine);
        asked.await();

        assertThat(doctor.examine()).isFalse();
        answer.countDown();
        first.join();

        assertThat(doctor.last()).hasValueSatisfying(report -> {
            assertThat(report.well()).isTrue();
            assertThat(report.examined()).extracting(Examined::id).containsExactly("slow");
        });
        assertThat(doctor.examine()).isTrue();
    }

    private void examine() {
        try {
            doctor.examine();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Slow implements Checkup {
        @Override
        public String id() {
            return "slow";
        }

        @Override
        public Bilingual title() {
            return new Bilingual("chậm", "slow");
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(30);
        }

        @Override
        public List<Diagnosis> examine() throws InterruptedException {
            asked.countDown();
            answer.await();
            return List.of(Diagnosis.well("SLOW", "được", "fine"));
        }
    }
}
