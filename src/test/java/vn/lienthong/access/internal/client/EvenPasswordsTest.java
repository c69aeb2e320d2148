package vn.lienthong.access.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class EvenPasswordsTest {
    private static final String HASHED = "{bcrypt}" + new BCryptPasswordEncoder(10).encode("đúng mật khẩu");

    private final SecretHasher hasher = new SecretHasher();
    private final String plain = hasher.encode("another password");

    @Test
    void knowsTheRightOnes() {
        EvenPasswords passwords = new EvenPasswords(hasher, List.of(HASHED, plain));
        assertThat(passwords.matches("đúng mật khẩu", HASHED)).isTrue();
        assertThat(passwords.matches("another password", plain)).isTrue();
        assertThat(passwords.matches("đúng mật khẩu", plain)).isFalse();
        assertThat(passwords.matches("another password", HASHED)).isFalse();
        assertThat(passwords.matches(null, plain)).isFalse();
        assertThat(passwords.matches("", null)).isFalse();
    }

    /** A hash takes some fifty milliseconds, a digest a few thousandths of one: a tenth tells them apart on any machine. */
    @Test
    void takesAsLongForANameThatNobodyHas() {
        EvenPasswords passwords = new EvenPasswords(hasher, List.of(HASHED, plain));
        long known = fastest(passwords, HASHED);

        assertThat(fastest(passwords, passwords.encode("userNotFoundPassword"))).isGreaterThan(known / 10);
        assertThat(fastest(passwords, plain)).isGreaterThan(known / 10);
    }

    @Test
    void isAsFastForAll_whereNobodysPasswordIsHashed() {
        EvenPasswords passwords = new EvenPasswords(hasher, List.of(plain));

        assertThat(fastest(passwords, passwords.encode("userNotFoundPassword")))
                .isLessThan(fastest(new EvenPasswords(hasher, List.of(HASHED)), HASHED) / 10);
    }

    private static long fastest(EvenPasswords passwords, String known) {
        return IntStream.range(0, 5)
                .mapToLong(number -> {
                    long started = System.nanoTime();
                    assertThat(passwords.matches("sai " + number, known)).isFalse();
                    return System.nanoTime() - started;
                })
                .min()
                .orElseThrow();
    }
}
