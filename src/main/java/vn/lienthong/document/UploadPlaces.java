package vn.lienthong.document;

import java.util.HashMap;
import java.util.Map;

/** Places for files that come in at one time. One sender holds at most half of them, so that another finds one. */
final class UploadPlaces {
    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    UploadPlaces(int most) {
        this.most = most;
        this.mostOfOne = Math.ceilDiv(most, 2);
    }

    /** Takes a place, which {@link #leave} gives back; refuses with {@code GATEWAY-BUSY} when this sender may have none. */
    synchronized void enter(String sender) {
        if (all >= most || taken.getOrDefault(sender, 0) >= mostOfOne) {
            throw FileProblems.busy();
        }
        taken.merge(sender, 1, Integer::sum);
        all++;
    }

    synchronized void leave(String sender) {
        taken.computeIfPresent(sender, (name, held) -> held == 1 ? null : held - 1);
        all--;
    }
}
