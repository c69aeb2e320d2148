package vn.lienthong.console;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.HandAct;

/** An act on many as the list offers it; {@code closed} says why it is not open to this person. */
record BulkVerb(String name, String title, @Nullable String closed) {
    static List<BulkVerb> all(Desk desk) {
        return Arrays.stream(HandAct.values())
                .map(act -> new BulkVerb(act.name(), desk.say(act.forMany().title()), desk.closed(act.forMany())))
                .toList();
    }
}
