package vn.lienthong.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** The rules of a route file, as findings. */
final class RouteRules {
    private static final String SUFFIX = ".camel.yaml";
    private static final Set<String> STEPS = Set.of("bean", "choice", "log", "to", "filter");
    private static final Pattern FROM =
            Pattern.compile("(delivery:[a-z][a-z-]*/[a-z][a-z-]*|direct:[a-z-]+|timer:[a-z-]+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");

    private final List<String> findings = new ArrayList<>();

    private RouteRules() {}

    static List<String> findings(String name, String text) {
        RouteRules rules = new RouteRules();
        rules.file(name, text);
        return rules.findings;
    }

    private void file(String name, String text) {
        if (!name.endsWith(SUFFIX)) {
            findings.add(name + " does not end in " + SUFFIX);
            return;
        }
        if (text.lines().limit(2).filter(line -> line.startsWith("# ")).count() < 2) {
            findings.add("begins without a comment in Vietnamese and one in English");
        }
        Object read;
        try {
            read = new Yaml().load(text);
        } catch (YAMLException broken) {
            findings.add("is no YAML: " + broken.getMessage());
            return;
        }
        if (!(read instanceof List<?> list && list.size() == 1 && list.getFirst() instanceof Map<?, ?> entry)) {
            findings.add("does not hold exactly one route");
            return;
        }
        Map<?, ?> route = map(entry.get("route"));
        if (!name.equals(route.get("id") + SUFFIX)) {
            findings.add("route id " + route.get("id") + " is not the file's name");
        }
        Map<?, ?> from = map(route.get("from"));
        if (!FROM.matcher(String.valueOf(from.get("uri"))).matches()) {
            findings.add("begins at " + from.get("uri"));
        }
        steps(from.get("steps"));
        PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).forEach(this::setting);
    }

    private void steps(Object steps) {
        if (!(steps instanceof List<?> list) || list.isEmpty()) {
            findings.add("has no steps");
            return;
        }
        list.forEach(step -> map(step).forEach((kind, content) -> step(String.valueOf(kind), content)));
    }

    private void step(String kind, Object content) {
        if (!STEPS.contains(kind)) {
            findings.add("forbidden step " + kind);
            return;
        }
        switch (kind) {
            case "bean" -> bean(map(content));
            case "to" -> to(content);
            case "choice" -> choice(map(content));
            case "filter" -> branch(map(content));
            default -> {}
        }
    }

    private void bean(Map<?, ?> bean) {
        RouteBeans.fault(bean).ifPresent(findings::add);
    }

    private void to(Object content) {
        Object uri = content instanceof Map<?, ?> map ? map.get("uri") : content;
        if (!String.valueOf(uri).matches("direct:[a-z-]+")) {
            findings.add("calls " + uri + " itself; a bean must");
        }
    }

    private void choice(Map<?, ?> choice) {
        if (choice.get("when") instanceof List<?> branches) {
            branches.forEach(branch -> branch(map(branch)));
        }
        if (choice.get("otherwise") != null) {
            steps(map(choice.get("otherwise")).get("steps"));
        }
    }

    /** One simple condition, then steps. */
    private void branch(Map<?, ?> branch) {
        Set<String> other = new java.util.TreeSet<>();
        branch.keySet().forEach(key -> other.add(String.valueOf(key)));
        other.removeAll(Set.of("simple", "steps"));
        if (!other.isEmpty()) {
            findings.add("a condition in another language: " + other);
        }
        steps(branch.get("steps"));
    }

    private void setting(String name) {
        if (!RouteSettings.known(name)) {
            findings.add("unknown setting " + name);
        }
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
