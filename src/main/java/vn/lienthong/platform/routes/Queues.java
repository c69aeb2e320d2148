package vn.lienthong.platform.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What waits for flows: each kind that an enabled partner takes must be sent by one and asked about by one.
 *
 * @param needed where these flows begin, with {@code ?ask=true} where they ask
 */
record Queues(List<String> needed) {
    private static final String PARTNERS = "lienthong.partners";
    private static final String ASKING = "?ask=true";

    static Queues of(Environment environment) {
        Binder binder = Binder.get(environment);
        List<String> needed = new ArrayList<>();
        binder.bind(PARTNERS, Bindable.mapOf(String.class, Object.class))
                .map(partners -> new TreeSet<>(partners.keySet()))
                .orElseGet(TreeSet::new)
                .forEach(id -> {
                    String entry = PARTNERS + "." + id;
                    if (binder.bind(entry + ".enabled", Boolean.class).orElse(true)) {
                        binder.bind(entry + ".kinds", Bindable.listOf(String.class))
                                .orElseGet(List::of)
                                .forEach(kind -> {
                                    needed.add("delivery:" + id + "/" + kind);
                                    needed.add("delivery:" + id + "/" + kind + ASKING);
                                });
                    }
                });
        return new Queues(List.copyOf(needed));
    }

    /** Those that none of these files reads. */
    Set<String> unread(Collection<RouteFile> files) {
        Set<String> unread = new TreeSet<>(needed);
        files.forEach(file -> unread.remove(file.begins().split("\\?", 2)[0] + (file.asking() ? ASKING : "")));
        return unread;
    }
}
