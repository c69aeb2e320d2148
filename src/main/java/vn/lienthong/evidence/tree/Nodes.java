package vn.lienthong.evidence.tree;

/** The full subtrees of a tree: level 0 are the leaves, node {@code number} of a level stands over two of the one below. */
@FunctionalInterface
public interface Nodes {
    /** The hash of a full subtree. */
    byte[] hash(int level, long number);
}
