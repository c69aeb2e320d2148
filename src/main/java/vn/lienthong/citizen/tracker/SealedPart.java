package vn.lienthong.citizen.tracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What of a question rests sealed: the number, and texts in which people may be named. */
record SealedPart(
        @Nullable String personalId,
        @Nullable String officerName,
        @Nullable String purpose,
        @Nullable String legalBasis) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static byte[] bytes(TrackedQuestion question) {
        try {
            return JSON.writeValueAsBytes(new SealedPart(
                    question.personalId(), question.officerName(), question.purpose(), question.legalBasis()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts always have a JSON", impossible);
        }
    }

    static SealedPart read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, SealedPart.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
