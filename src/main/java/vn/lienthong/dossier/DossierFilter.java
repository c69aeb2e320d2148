package vn.lienthong.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which accepted dossiers to list, the last accepted first; null means any.
 *
 * @param agency that took it in or decides it
 * @param after the number of the dossier after which (going back in time) to go on
 */
public record DossierFilter(
        @Nullable DossierStatus status,
        @Nullable String procedureCode,
        @Nullable String agency,
        @Nullable Instant acceptedFrom,
        @Nullable Instant acceptedUntil,
        @Nullable String after,
        int limit) {}
