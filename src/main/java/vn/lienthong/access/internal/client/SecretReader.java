package vn.lienthong.access.internal.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import vn.lienthong.kernel.StartRefused;

/** Fetches a secret from the one place the configuration names. */
public final class SecretReader {
    private final Environment environment;

    /** Looks variables up there. */
    public SecretReader(Environment environment) {
        this.environment = environment;
    }

    /** The secret of {@code owner}; refuses the start unless exactly one place is named and holds something. */
    public String read(String owner, @Nullable String inline, @Nullable Path file, @Nullable String variable) {
        if (Stream.of(inline, file, variable).filter(Objects::nonNull).count() != 1) {
            throw refused(owner, "cần đúng một trong ba cách khai báo bí mật", "needs exactly one of the three ways");
        }
        String secret = inline;
        if (file != null) {
            secret = content(owner, file);
        } else if (variable != null) {
            secret = environment.getProperty(variable);
        }
        if (secret == null || secret.isBlank()) {
            throw refused(owner, "bí mật trống", "the secret is empty");
        }
        return secret;
    }

    /** Refuses the start when a secret is named beside a certificate: one of them would be the weaker door. */
    void none(String owner, @Nullable String inline, @Nullable Path file, @Nullable String variable) {
        if (inline != null || file != null || variable != null) {
            throw refused(owner, "đã có chứng thư thì không có bí mật", "has a certificate and so no secret");
        }
    }

    private static String content(String owner, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw refused(owner, "không đọc được tệp " + file, "cannot read the file " + file);
        }
    }

    private static StartRefused refused(String owner, String vi, String en) {
        return new StartRefused("Tài khoản " + owner + ": " + vi, "account " + owner + ": " + en);
    }
}
