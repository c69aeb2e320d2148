package vn.lienthong.evidence.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks proofs by themselves (RFC 9162, sections 2.1.3.2 and 2.1.4.2); shares no code with who makes them. */
public final class ProofCheck {
    private ProofCheck() {}

    /** The root that follows if a leaf with this hash stands at {@code index}; none where the path has a wrong length. */
    public static Optional<byte[]> root(byte[] leaf, long index, long size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long place = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] neighbour : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((place & 1) == 1 || place == last) {
                hash = TreeHash.node(neighbour, hash);
                int lifted = lift(place);
                place >>>= lifted;
                last >>>= lifted;
            } else {
                hash = TreeHash.node(hash, neighbour);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    /** Whether the tree with the one size and root begins the tree with the other. */
    public static boolean consistent(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> path) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == newer || older == 0) {
            return path.isEmpty()
                    && (older == newer
                            ? Arrays.equals(olderRoot, newerRoot)
                            : Arrays.equals(olderRoot, TreeHash.empty()));
        }
        boolean whole = Long.bitCount(older) == 1;
        if (path.isEmpty()) {
            return false;
        }
        int ones = Long.numberOfTrailingZeros(~(older - 1));
        long place = (older - 1) >>> ones;
        long last = (newer - 1) >>> ones;
        byte[] old = whole ? olderRoot : path.getFirst();
        byte[] young = old;
        for (byte[] hash : whole ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                old = TreeHash.node(hash, old);
                young = TreeHash.node(hash, young);
                int lifted = lift(place);
                place >>>= lifted;
                last >>>= lifted;
            } else {
                young = TreeHash.node(young, hash);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(old, olderRoot) && Arrays.equals(young, newerRoot);
    }

    /** How many levels a node at the right edge rises unpaired. */
    private static int lift(long place) {
        return place == 0 ? 0 : Long.numberOfTrailingZeros(place);
    }
}
