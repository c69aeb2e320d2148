package vn.lienthong.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.partner.Partner.Account;

/** Finds an account's password where the settings point to. Read at each sign-in, so that a new one needs no restart. */
public final class Secrets {
    private Secrets() {}

    /** The password; empty when it is nowhere, is empty or cannot be read. */
    public static Optional<String> password(Account account) {
        String file = account.passwordFile();
        if (file != null) {
            return firstLine(Path.of(file));
        }
        String variable = account.passwordEnv();
        String value = variable != null ? System.getenv(variable) : account.password();
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
