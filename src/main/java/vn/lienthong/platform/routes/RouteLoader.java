package vn.lienthong.platform.routes;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the flow of each route file whose partner is enabled. An edited file replaces its own flow only; a broken one
 * leaves the old flow running and says what is wrong; a removed one falls back to the jar's, or stops. Readiness is down
 * while a flow that should run does not, or what an enabled partner takes is sent or asked about by no flow.
 */
@Component("routes")
@EnableConfigurationProperties(RouteProperties.class)
class RouteLoader implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(RouteLoader.class);

    private final CamelContext camel;
    private final Environment environment;
    private final RouteProperties settings;
    private final RouteFiles files;
    private final Queues queues;
    private final Map<String, RouteFile> running = new TreeMap<>();
    private final Map<String, RouteFile> refused = new TreeMap<>();
    private Map<String, RouteFile> seen = Map.of();
    private boolean started;

    RouteLoader(CamelContext camel, Environment environment, RouteProperties settings) {
        this.camel = camel;
        this.environment = environment;
        this.settings = settings;
        this.files = new RouteFiles(settings.folder());
        this.queues = Queues.of(environment);
    }

    /** Starts all flows once everything they lean on is there. */
    @EventListener(ApplicationStartedEvent.class)
    synchronized void start() {
        started = true;
        seen = wanted();
        bringUpToDate(seen);
        queues.unread(seen.values())
                .forEach(queue -> LOG.error(
                        "Không tuyến nào đọc {}: việc gửi sẽ chờ mãi; hãy thêm tệp tuyến / no route reads {}: its deliveries"
                                + " would wait for ever; add a route file",
                        queue,
                        queue));
    }

    /** Takes what stands unchanged since the last look: a file still being written would be taken by half. */
    @Scheduled(fixedDelay = 500)
    synchronized void look() {
        if (!started || !settings.reload()) {
            return;
        }
        Map<String, RouteFile> now = wanted();
        if (now.equals(seen)) {
            bringUpToDate(now);
        }
        seen = now;
    }

    private Map<String, RouteFile> wanted() {
        Map<String, RouteFile> wanted = files.now();
        wanted.values().removeIf(file -> !enabled(file));
        return wanted;
    }

    private void bringUpToDate(Map<String, RouteFile> wanted) {
        running.keySet().stream().filter(id -> !wanted.containsKey(id)).toList().forEach(id -> {
            stop(id);
            LOG.info("Đã dừng tuyến {} / stopped the route {}", id, id);
        });
        refused.keySet().retainAll(wanted.keySet());
        wanted.values().stream()
                .filter(file -> !file.equals(running.get(file.id())) && !file.equals(refused.get(file.id())))
                .forEach(this::replace);
    }

    private void replace(RouteFile file) {
        RouteFile old = running.get(file.id());
        Optional<String> fault = file.fault().or(() -> {
            stop(file.id());
            return load(file);
        });
        if (fault.isEmpty()) {
            refused.remove(file.id());
            LOG.info("Tuyến {} đang chạy / the route {} is running", file.id(), file.id());
            return;
        }
        refused.put(file.id(), file);
        LOG.error(
                "Tệp tuyến {} có lỗi, {}: {} / the route file {} is faulty, {}",
                file.id() + RouteFile.SUFFIX,
                old == null ? "tuyến này không chạy" : "tuyến cũ vẫn chạy",
                fault.get().replaceAll("\\s+", " "),
                file.id() + RouteFile.SUFFIX,
                old == null ? "it does not run" : "the old route goes on");
        if (old != null && !running.containsKey(file.id())) {
            load(old);
        }
    }

    private Optional<String> load(RouteFile file) {
        try {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromBytes(
                            file.id() + RouteFile.SUFFIX, file.text().getBytes(StandardCharsets.UTF_8)));
            running.put(file.id(), file);
            return Optional.empty();
        } catch (Exception faulty) {
            stop(file.id());
            return Optional.of(String.valueOf(faulty.getMessage()));
        }
    }

    private void stop(String id) {
        running.remove(id);
        if (camel.getRoute(id) == null) {
            return;
        }
        try {
            camel.getRouteController().stopRoute(id);
            camel.removeRoute(id);
        } catch (Exception trouble) {
            throw new IllegalStateException("The route " + id + " does not stop", trouble);
        }
    }

    private boolean enabled(RouteFile file) {
        return file.partner()
                .map(partner -> "lienthong.partners." + partner)
                .map(entry -> environment.containsProperty(entry + ".url")
                        && environment.getProperty(entry + ".enabled", Boolean.class, true))
                .orElse(true);
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        Map<String, RouteFile> wanted = wanted();
        queues.unread(wanted.values())
                .forEach(queue -> health.down().withDetail(queue, "không tuyến nào đọc / no route reads it"));
        wanted.keySet().forEach(id -> {
            var status = camel.getRouteController().getRouteStatus(id);
            if (status == null || !status.isStarted()) {
                health.down().withDetail(id, status == null ? "không chạy / not running" : status.name());
            }
        });
        return health.build();
    }
}
