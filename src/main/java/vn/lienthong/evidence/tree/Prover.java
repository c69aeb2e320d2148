package vn.lienthong.evidence.tree;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of any earlier size of a tree (RFC 6962, section 2.1), from a number of nodes that grows with its height. */
public final class Prover {
    private final Nodes nodes;

    /** Proves from these nodes. */
    public Prover(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the first {@code size} leaves. */
    public byte[] root(long size) {
        return size == 0 ? TreeHash.empty() : range(0, size);
    }

    /** What proves that leaf {@code index} stands in the tree of this size, the lowest neighbour first. */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        include(index, 0, size, path);
        return path;
    }

    /** What proves that the tree of the one size begins the tree of the other. */
    public List<byte[]> consistency(long older, long newer) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("A tree of " + older + " does not begin one of " + newer);
        }
        List<byte[]> path = new ArrayList<>();
        if (older > 0 && older < newer) {
            extend(older, 0, newer, true, path);
        }
        return path;
    }

    private void include(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            include(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            include(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /** {@code known}: whether who checks has the hash of this whole range already. */
    private void extend(long older, long from, long to, boolean known, List<byte[]> path) {
        if (older == to) {
            if (!known) {
                path.add(range(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (older <= middle) {
            extend(older, from, middle, known, path);
            path.add(range(middle, to));
        } else {
            extend(older, middle, to, false, path);
            path.add(range(from, middle));
        }
    }

    /** The hash over the leaves of a range as the tree's own splitting makes it. */
    private byte[] range(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return nodes.hash(level, from >>> level);
        }
        long middle = from + split(length);
        return TreeHash.node(range(from, middle), range(middle, to));
    }

    /** The largest power of two below the length. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
