package vn.lienthong.signing;

import java.util.List;
import vn.lienthong.kernel.Bilingual;

/**
 * What a key is for, so that people are told what stops when its certificate ends.
 *
 * @param key id below {@code lienthong.signing.keys}
 * @param stops what stands still without it
 */
public record KeyUse(String key, Bilingual stops) {
    /** Told by a room about the keys it signs with. */
    @FunctionalInterface
    public interface Source {
        /** One for each use. */
        List<KeyUse> keyUses();
    }
}
