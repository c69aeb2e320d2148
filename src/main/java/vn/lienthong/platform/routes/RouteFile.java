package vn.lienthong.platform.routes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** One flow as it stands in its file; the file's name without the suffix is the route's id. */
record RouteFile(String id, String text) {
    static final String SUFFIX = ".camel.yaml";
    /** A flow that a clock starts names its partner too: {@code timer:post-tracking}. */
    private static final Pattern PARTNER =
            Pattern.compile("uri:\\s*[\"']?(?:delivery:([a-z][a-z-]*)/|timer:([a-z][a-z-]*)-[a-z]+\\b)");

    static RouteFile of(String fileName, byte[] bytes) {
        return new RouteFile(
                fileName.substring(0, fileName.length() - SUFFIX.length()), new String(bytes, StandardCharsets.UTF_8));
    }

    /** The partner whose deliveries it reads or whom it asks every so often, if there is one. */
    Optional<String> partner() {
        Matcher uri = PARTNER.matcher(text);
        return uri.find()
                ? Optional.ofNullable(uri.group(1)).or(() -> Optional.ofNullable(uri.group(2)))
                : Optional.empty();
    }

    /** What it says about its beginning; empty when the file does not read. */
    Map<?, ?> from() {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return read instanceof List<?> entries
                            && !entries.isEmpty()
                            && entries.getFirst() instanceof Map<?, ?> entry
                            && entry.get("route") instanceof Map<?, ?> route
                            && route.get("from") instanceof Map<?, ?> from
                    ? from
                    : Map.of();
        } catch (YAMLException halfWritten) {
            return Map.of();
        }
    }

    /** Where it begins, {@code delivery:portal/dossier}; empty when the file does not read. */
    String begins() {
        return from().get("uri") instanceof String uri ? uri : "";
    }

    /** Whether it only asks the partner and sends nothing. */
    boolean asking() {
        return from().get("parameters") instanceof Map<?, ?> parameters && Boolean.TRUE.equals(parameters.get("ask"));
    }

    /** Why the file cannot be a flow; empty if it reads as one. A file that is still being written is usually broken. */
    Optional<String> fault() {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            if (!(read instanceof List<?> entries) || entries.size() != 1) {
                return Optional.of(
                        "tệp phải chứa một danh sách có đúng một route / the file must hold a list with one route only");
            }
            if (!(entries.getFirst() instanceof Map<?, ?> entry && entry.get("route") instanceof Map<?, ?> route)) {
                return Optional.of("mục đầu phải là route / the first entry must be a route");
            }
            return id.equals(route.get("id"))
                    ? Optional.empty()
                    : Optional.of("id của route phải là " + id + " / the route's id must be " + id);
        } catch (YAMLException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }
}
