package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class JobThreadsTest {
    @Test
    void aJobThatHangs_holdsUpNoOther() throws InterruptedException {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(JobThreads.class, Jobs.class)) {
            Jobs jobs = context.getBean(Jobs.class);

            assertThat(jobs.hangs.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(jobs.others.await(30, TimeUnit.SECONDS)).isTrue();
            jobs.end.countDown();
        }
    }

    /** One that never ends, and one that ought to run all the same. */
    @EnableScheduling
    static class Jobs {
        private final CountDownLatch hangs = new CountDownLatch(1);
        private final CountDownLatch others = new CountDownLatch(3);
        private final CountDownLatch end = new CountDownLatch(1);

        @Scheduled(fixedDelay = 1)
        void hang() throws InterruptedException {
            hangs.countDown();
            end.await();
        }

        @Scheduled(fixedDelay = 1, initialDelay = 50)
        void goOn() {
            others.countDown();
        }
    }
}
