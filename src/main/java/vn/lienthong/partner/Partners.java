package vn.lienthong.partner;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.StartRefused;

/** The enabled partners and the breaker of each. */
@Component
@EnableConfigurationProperties(PartnerProperties.class)
public final class Partners {
    private final Map<String, Partner> enabled;
    private final Map<String, CircuitBreaker> breakers;

    Partners(PartnerProperties properties) {
        properties.partners().keySet().stream()
                .filter(id -> !id.matches("[a-z][a-z-]{1,30}"))
                .findFirst()
                .ifPresent(id -> {
                    throw new StartRefused(
                            "lienthong.partners." + id
                                    + ": tên đối tác chỉ gồm chữ thường a-z và dấu gạch nối, từ 2 tới 31 ký" + " tự",
                            "lienthong.partners." + id
                                    + ": a partner's name is made of the letters a-z and hyphens, 2 to"
                                    + " 31 of them");
                });
        this.enabled = new TreeMap<>(properties.partners().entrySet().stream()
                .filter(entry -> entry.getValue().enabled())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        this.breakers = enabled.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> breaker(entry.getKey(), entry.getValue().breaker())));
    }

    /** All enabled partners by id. */
    public Map<String, Partner> all() {
        return enabled;
    }

    /** One enabled partner. */
    public Optional<Partner> find(String id) {
        return Optional.ofNullable(enabled.get(id));
    }

    /** One partner that must be enabled here. */
    public Partner get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No enabled partner " + id));
    }

    /** The partner's breaker: failures of the way there, never refusals of content, count against it. */
    public CircuitBreaker breaker(String id) {
        CircuitBreaker breaker = breakers.get(id);
        if (breaker == null) {
            throw new IllegalArgumentException("No enabled partner " + id);
        }
        return breaker;
    }

    /** What {@code doctor} may look at: the way to each enabled partner. */
    public List<Checkup> checkups(GatewayClock clock) {
        return PartnerCheckup.all(enabled, clock);
    }

    private static CircuitBreaker breaker(String id, Partner.Breaker settings) {
        return CircuitBreaker.of(
                id,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.calls())
                        .minimumNumberOfCalls(settings.least())
                        .failureRateThreshold(settings.failurePercent())
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }
}
