package vn.lienthong.post.handover;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item after the wall.
 *
 * @param place its place in the manifest, from 1
 * @param parcelNumber what it calls itself; null where even that cannot be read
 * @param item its content; null where it cannot be read
 * @param reasons what was found while reading
 * @param digest of what it says, see {@link ContentDigest}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record ReadItem(
        int place, @Nullable String parcelNumber, @Nullable HandoverItem item, List<Reason> reasons, byte[] digest) {}
