package vn.lienthong.civilstatus.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.civilstatus.wire.Contract.Step;

/**
 * What the platform says of one dossier.
 *
 * @param code its state as it says it
 * @param step what that means; null for a state that the contract does not have
 * @param at when that was, by its own clock
 * @param words its words, for people only
 * @param result the result as it says it; missing where there is none
 * @param item all that it says of the dossier
 */
public record Reading(
        String dossierNumber,
        String code,
        @Nullable Step step,
        @Nullable Instant at,
        @Nullable String words,
        JsonNode result,
        JsonNode item) {}
