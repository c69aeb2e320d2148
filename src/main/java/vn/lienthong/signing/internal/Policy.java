package vn.lienthong.signing.internal;

import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The rules that signatures are judged by: the library's own, except that what lets content change unnoticed is no mere
 * warning here: files of a container that nobody signed or that swapped their names, and changes of a PDF behind its
 * signature that the signer did not allow.
 */
final class Policy {
    private static final String OWN = "/policy/constraint.xml";
    private static final List<String> NO_WARNINGS = List.of(
            "AllFilesSigned",
            "ReferenceDataNameMatch",
            "ManifestEntryNameMatch",
            "ByteRangeCollision",
            "DocMDP",
            "FieldMDP",
            "SigFieldLock",
            "UndefinedChanges");

    private Policy() {}

    static ValidationPolicy load() {
        String text = read();
        for (String rule : NO_WARNINGS) {
            String lenient = "<" + rule + " Level=\"WARN\" />";
            if (!text.contains(lenient)) {
                throw new IllegalStateException("The library's policy no longer says " + lenient);
            }
            text = text.replace(lenient, "<" + rule + " Level=\"FAIL\" />");
        }
        return ValidationPolicyLoader.fromValidationPolicy(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .create();
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(ValidationPolicyLoader.class.getResourceAsStream(OWN))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
