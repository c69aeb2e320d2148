package vn.lienthong.delivery.tally;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An hour; {@code stock} is null where nobody looked, because the gateway did not run. */
public record TallyHour(
        Instant begin, Tallied done, @Nullable Stock stock) {}
