package vn.lienthong.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a time-stamp that stands beside its content tells without asking anybody.
 *
 * @param at the time it proves; none where it must not be believed
 * @param ends when the first certificate it stands on ends; none where it must not be believed
 * @param findings all that speaks against it
 */
public record StampVerdict(@Nullable Instant at, @Nullable Instant ends, List<Finding> findings) {}
