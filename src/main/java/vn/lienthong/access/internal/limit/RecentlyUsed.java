package vn.lienthong.access.internal.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bounded memory: what was unused for longest goes first, so that strangers cannot fill it up. */
final class RecentlyUsed<V> {
    private final Map<String, V> held;

    RecentlyUsed(int most) {
        this.held = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized V get(String key, Function<String, V> make) {
        return held.computeIfAbsent(key, make);
    }

    synchronized @Nullable V known(String key) {
        return held.get(key);
    }

    synchronized int size() {
        return held.size();
    }
}
