package vn.lienthong.civilstatus.wire;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call.
 *
 * @param dossierNumber the dossier it is about; null where it is about several
 * @param remaining how long it may still take
 * @param mayLeave asked just before the first byte leaves; false keeps everything here
 * @param departing told of the evidence before anything leaves
 */
public record Call(
        @Nullable String dossierNumber,
        Supplier<Duration> remaining,
        BooleanSupplier mayLeave,
        Consumer<UUID> departing) {}
