package vn.lienthong.platform.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The flows of the route files as a person may look at them: where each begins, its steps, whether it runs. */
@Component
public class Flows {
    private final RouteFiles files;
    private final CamelContext camel;

    Flows(RouteProperties settings, CamelContext camel) {
        this.files = new RouteFiles(settings.folder());
        this.camel = camel;
    }

    /** Every flow there is a file for, by id. */
    public List<Flow> now() {
        return files.now().values().stream().map(this::flow).toList();
    }

    /**
     * One flow.
     *
     * @param from where it begins, {@code delivery:portal/dossier}; empty when the file does not read
     * @param asking whether it only asks the partner and sends nothing
     * @param steps its steps in order, a bean as {@code name.method}
     */
    public record Flow(String id, String from, boolean asking, List<String> steps, boolean running) {}

    private Flow flow(RouteFile file) {
        var status = camel.getRouteController().getRouteStatus(file.id());
        boolean running = status != null && status.isStarted();
        Map<?, ?> from = file.from();
        List<String> steps = new ArrayList<>();
        if (from.get("steps") instanceof List<?> listed) {
            collect(listed, steps);
        }
        return new Flow(file.id(), file.begins(), file.asking(), steps, running);
    }

    /** Steps inside a choice stand in the order they are written. */
    private static void collect(@Nullable Object part, List<String> steps) {
        if (part instanceof Collection<?> several) {
            several.forEach(each -> collect(each, steps));
        } else if (part instanceof Map<?, ?> step) {
            step.forEach((kind, inside) -> {
                if ("bean".equals(kind) && inside instanceof Map<?, ?> bean) {
                    steps.add(bean.get("ref") + "." + bean.get("method"));
                } else if ("to".equals(kind)) {
                    steps.add(inside instanceof Map<?, ?> to ? String.valueOf(to.get("uri")) : String.valueOf(inside));
                } else {
                    collect(inside, steps);
                }
            });
        }
    }
}
