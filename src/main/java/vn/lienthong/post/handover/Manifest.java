package vn.lienthong.post.handover;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.document.Sha256Name;

/**
 * A manifest whose head was read; its items are only known by their places in the body.
 *
 * @param postOffice code or name of the office that hands over
 * @param itemCount how many items its maker counted; null where it does not say
 * @param feesTotal the fees its maker summed up, in đồng; null where it does not say
 * @param files a ZIP of the files that the items name, handed in before; null where there is none
 * @param head what stands around the items, in one order of names and without spaces
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by its digest
record Manifest(
        String number,
        String postOffice,
        OffsetDateTime handedOverAt,
        @Nullable Integer itemCount,
        @Nullable Long feesTotal,
        @Nullable Sha256Name files,
        byte[] head,
        byte[] body,
        List<Slice> items) {
    /** An item's bytes within the body. */
    record Slice(int from, int to) {
        byte[] of(byte[] body) {
            return Arrays.copyOfRange(body, from, to);
        }
    }
}
