/** The hash tree (RFC 6962) on its own: hashing, tiles, proofs and their checking; knows no database. */
@NullMarked
package vn.lienthong.evidence.tree;

import org.jspecify.annotations.NullMarked;
