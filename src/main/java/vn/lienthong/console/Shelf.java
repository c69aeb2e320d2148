package vn.lienthong.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a list: the views kept of it, and the means to keep the one on the screen.
 *
 * @param query the conditions on the screen; null where they must not be kept
 * @param closed why it cannot be shown to all; null if it can
 */
record Shelf(
        String page,
        @Nullable String query,
        List<Entry> entries,
        @Nullable String closed) {
    /** A view as a link; {@code current} if it is what the screen shows. */
    record Entry(String name, String href, boolean shared, boolean current) {
        static Entry of(SavedView view, SavedQuery shown) {
            return new Entry(
                    view.name(),
                    view.query().link(),
                    view.shared(),
                    view.query().equals(shown));
        }
    }
}
