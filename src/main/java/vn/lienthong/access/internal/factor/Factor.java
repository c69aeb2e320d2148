package vn.lienthong.access.internal.factor;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's second factor as it is stored.
 *
 * @param lastStep the half minute of the last code that was taken
 * @param wrong how many codes in a row were wrong
 * @param openFrom no code is looked at before
 * @param recoveryLeft how many recovery codes are unused
 */
@SuppressWarnings("ArrayRecordComponent") // opened, never compared
record Factor(
        UUID id,
        String operator,
        byte[] sealed,
        Instant since,
        long lastStep,
        int wrong,
        Instant openFrom,
        int recoveryLeft) {}
