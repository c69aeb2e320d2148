package vn.lienthong.intake.soap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operation came to.
 *
 * @param body the native interface's answer
 * @param replayed whether it was stored under the request's Idempotency-Key
 * @param evidence the evidence of the message that it answers; null where nothing is kept of it
 */
record SoapAnswer(JsonNode body, boolean replayed, @Nullable UUID evidence) {}
