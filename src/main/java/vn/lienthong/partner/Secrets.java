package vn.lienthong.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.partner.Partner.Account;

/** Finds an account's password where the settings point to. Read at each sign-in, so that a new one needs no restart. */
public final class Secrets {
    private Secrets() {}

    /** The password; empty when it is nowhere, is empty or cannot be read. */
    public static Optional<String> password(Account account) {
        return read(account.password(), account.passwordFile(), account.passwordEnv());
    }

    /** A secret given as itself, as a file's first line or as an environment variable; empty when it cannot be had. */
    public static Optional<String> read(@Nullable String plain, @Nullable String file, @Nullable String variable) {
        if (file != null) {
            return firstLine(Path.of(file));
        }
        String value = variable != null ? System.getenv(variable) : plain;
        return Optional.ofNullable(value).filter(found -> !found.isEmpty());
    }

    private static Optional<String> firstLine(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().map(String::strip).filter(line -> !line.isEmpty());
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }
}
