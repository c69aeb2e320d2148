package vn.lienthong.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Threads of what runs by itself every so often. Where requests run on virtual threads, Spring would run all jobs with a fixed
 * delay on one thread: a slow authority or mail server would then hold up the takeover of a dead node's work.
 */
@Configuration(proxyBeanMethods = false)
class JobThreads {
    /** More than there are jobs that wait for somebody outside; idle ones cost nothing but their stack. */
    private static final int THREADS = 16;

    private static final int LAST_SECONDS = 10;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();
        threads.setPoolSize(THREADS);
        threads.setThreadNamePrefix("job-");
        threads.setDaemon(true);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(LAST_SECONDS);
        return threads;
    }
}
