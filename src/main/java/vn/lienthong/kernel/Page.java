package vn.lienthong.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list in keyset order; {@code next} is the key to pass as {@code after} for what follows, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {}
