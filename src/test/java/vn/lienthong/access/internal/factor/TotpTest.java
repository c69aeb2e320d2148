package vn.lienthong.access.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void findsTheHalfMinute_betweenTheseTwoOnly() {
        long step = Totp.step(Instant.ofEpochSecond(59));
        assertThat(Totp.matching(SECRET, "287082", step - 1, step + 1)).hasValue(step);
        assertThat(Totp.matching(SECRET, "287082", step + 1, step + 3)).isEmpty();
        assertThat(Totp.matching(SECRET, "28708", step - 1, step + 1)).isEmpty();
        assertThat(Totp.matching(SECRET, "", step - 1, step + 1)).isEmpty();
    }

    @Test
    void writesAKeyInBase32_andALinkThatNamesBoth() {
        Secret secret = new Secret(SECRET);
        assertThat(secret.typed()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(secret.link("Tỉnh A & B", "nguyen@x"))
                .isEqualTo("otpauth://totp/T%E1%BB%89nh%20A%20%26%20B:nguyen%40x"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=T%E1%BB%89nh%20A%20%26%20B");
        assertThat(secret).hasToString("secret");
    }
}
