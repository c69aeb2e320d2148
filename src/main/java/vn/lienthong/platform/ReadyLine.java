package vn.lienthong.platform;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in one line that the gateway takes calls, and where. */
@Component
final class ReadyLine {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyLine.class);

    private final ApplicationContext context;
    private final ServerProperties server;
    private final PlatformProperties platform;
    private final AtomicBoolean said = new AtomicBoolean();

    ReadyLine(ApplicationContext context, ServerProperties server, PlatformProperties platform) {
        this.context = context;
        this.server = server;
        this.platform = platform;
    }

    /** Last of all listeners, so that whoever reads the line finds the readiness probe up. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC && said.compareAndSet(false, true)) {
            LOG.info("Liên Thông ready: {}", addresses(context.getEnvironment()));
        }
    }

    private String addresses(Environment environment) {
        String scheme = Ssl.isEnabled(server.getSsl()) ? "https" : "http";
        StringBuilder text = new StringBuilder("console %s://localhost:%s/"
                .formatted(scheme, environment.getProperty("local.server.port", String.valueOf(server.getPort()))));
        if (environment.getProperty("lienthong.simulator.enabled", Boolean.class, false)) {
            text.append(" · simulators http://localhost:")
                    .append(environment.getProperty("lienthong.simulator.port", "9090"))
                    .append('/');
        }
        text.append(" · data ").append(platform.data().toAbsolutePath().normalize());
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        return text.append(String.format(Locale.ROOT, " · %.1f s", seconds)).toString();
    }
}
