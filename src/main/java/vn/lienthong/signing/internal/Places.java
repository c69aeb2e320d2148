package vn.lienthong.signing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import vn.lienthong.signing.SigningProperties;

/** Reads what the settings point to. */
final class Places {
    private static final String PACKED = "classpath:";

    private Places() {}

    static byte[] read(String place) throws IOException {
        if (!place.startsWith(PACKED)) {
            return Files.readAllBytes(Path.of(place));
        }
        String name = "/" + place.substring(PACKED.length());
        try (InputStream file = Places.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException(place + " is not in the program");
            }
            return file.readAllBytes();
        }
    }

    /** What changes when the key or its password does. */
    static String state(SigningProperties.Key key) {
        Path secret = key.passwordFile();
        SigningProperties.Token token = key.token();
        return (token == null ? state(key.place()) : Hsm.of(token).state())
                + (secret == null ? "" : " " + state(secret.toString()));
    }

    /** Time and length of a file; the same for ever inside the program. */
    private static String state(String place) {
        if (place.startsWith(PACKED)) {
            return PACKED;
        }
        try {
            BasicFileAttributes file = Files.readAttributes(Path.of(place), BasicFileAttributes.class);
            return file.lastModifiedTime() + " " + file.size() + " " + file.fileKey();
        } catch (IOException away) {
            return "away";
        }
    }

    static Optional<String> password(SigningProperties.Key key) throws IOException {
        Path file = key.passwordFile();
        if (file != null) {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .map(String::strip);
        }
        String variable = key.passwordEnv();
        return Optional.ofNullable(variable == null ? key.password() : System.getenv(variable));
    }
}
