package vn.lienthong.signing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** What changes when the file does: its time and length; the same for ever inside the program. */
    static String state(String place) throws IOException {
        if (place.startsWith(PACKED)) {
            return PACKED;
        }
        Path file = Path.of(place);
        return Files.getLastModifiedTime(file) + " " + Files.size(file);
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
