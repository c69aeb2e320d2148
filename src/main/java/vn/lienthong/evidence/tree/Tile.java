package vn.lienthong.evidence.tree;

import java.util.Arrays;

/**
 * Up to 256 neighbouring hashes in one piece: eight levels of the tree, of which only the lowest is kept and the others
 * follow (the tiles of C2SP tlog-tiles).
 *
 * @param level 0 over the leaves, 1 over full tiles of level 0…
 * @param number how many tiles stand before it in its level
 * @param hashes its lowest hashes, one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Tile(int level, long number, byte[] hashes) {
    static final int HEIGHT = 8;
    static final int WIDTH = 1 << HEIGHT;

    /** How many hashes it holds. */
    public int width() {
        return hashes.length / TreeHash.LENGTH;
    }

    /** The hash over the {@code number}-th group of two to the power of {@code height} of its hashes. */
    byte[] hash(int height, int number) {
        if (height == 0) {
            int from = number * TreeHash.LENGTH;
            if (from + TreeHash.LENGTH > hashes.length) {
                throw new IllegalStateException("Tile " + level + "/" + this.number + " holds only " + width());
            }
            return Arrays.copyOfRange(hashes, from, from + TreeHash.LENGTH);
        }
        return TreeHash.node(hash(height - 1, 2 * number), hash(height - 1, 2 * number + 1));
    }

    Tile with(byte[] more) {
        byte[] all = Arrays.copyOf(hashes, hashes.length + more.length);
        System.arraycopy(more, 0, all, hashes.length, more.length);
        return new Tile(level, number, all);
    }
}
