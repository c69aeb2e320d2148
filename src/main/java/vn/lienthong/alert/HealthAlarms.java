package vn.lienthong.alert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;

/** Parts of this node that report trouble of themselves: evidence that does not prove, certificates at their end, disk, flows. */
@Component
class HealthAlarms implements AlarmSource {
    private static final Bilingual LOOK =
            new Bilingual("Xem trang Hôm nay và trang Kiểm tra hệ thống.", "See the pages Today and Doctor.");
    private static final Set<Status> WELL = Set.of(Status.UP, Status.UNKNOWN);
    private static final int LONGEST = 400;

    private final HealthEndpoint health;

    HealthAlarms(HealthEndpoint health) {
        this.health = health;
    }

    @Override
    public List<Alarm> now() {
        return health.health() instanceof CompositeHealth whole ? of(whole.getComponents()) : List.of();
    }

    static List<Alarm> of(Map<String, ? extends HealthComponent> parts) {
        return parts.entrySet().stream()
                .filter(part -> !WELL.contains(part.getValue().getStatus()))
                .map(part -> alarm(part.getKey(), part.getValue()))
                .toList();
    }

    private static Alarm alarm(String name, HealthComponent part) {
        String details = part instanceof Health told
                ? told.getDetails().values().stream().map(String::valueOf).collect(Collectors.joining("; "))
                : "";
        String more = details.isEmpty() ? "" : ": " + details.substring(0, Math.min(LONGEST, details.length()));
        String where = name + " (" + DoctorAlarms.host() + ")";
        return new Alarm(
                "health:" + name,
                true,
                new Bilingual(
                        "Phần " + where + " báo " + part.getStatus() + more,
                        "The part " + where + " reports " + part.getStatus() + more),
                LOOK,
                1,
                "/doctor");
    }
}
