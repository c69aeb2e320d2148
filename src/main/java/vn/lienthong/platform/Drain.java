package vn.lienthong.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first thing of an orderly stop. Readiness is down by then, and for a while calls are still answered: each with the
 * word that its connection ends here, so that none is cut in the middle and whoever shares out calls can turn elsewhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Drain extends OncePerRequestFilter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final PlatformProperties settings;
    private volatile boolean running;
    private volatile boolean draining;

    Drain(PlatformProperties settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (draining) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        draining = true;
        running = false;
        Duration left = settings.drain();
        if (left.isPositive()) {
            LOG.info("Sắp dừng, còn trả lời trong {} / about to stop, still answering for {}", left, left);
        }
        long end = System.nanoTime() + left.toNanos();
        while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before routes and web server stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
