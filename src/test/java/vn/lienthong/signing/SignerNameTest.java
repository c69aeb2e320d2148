package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignerNameTest {
    private static final String SUBJECT = "C=VN,O=UBND tỉnh Mẫu,2.5.4.97=VATVN-600,CN=UBND tỉnh Mẫu\\, cổng liên thông";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UBND tỉnh Mẫu, cổng liên thông",
                "  ubnd TỈNH mẫu,   cổng liên thông ",
                "C=VN,O=UBND tỉnh Mẫu,2.5.4.97=VATVN-600,CN=UBND tỉnh Mẫu\\, cổng liên thông",
                "CN=UBND tỉnh Mẫu\\, cổng liên thông, organizationIdentifier=VATVN-600, O=UBND tỉnh Mẫu, C=VN",
                "C = vn, O = UBND tỉnh Mẫu, OID.2.5.4.97 = VATVN-600, CN = UBND tỉnh Mẫu\\, cổng liên thông"
            })
    void namesTheHolder_byTheWholeCommonNameOrTheWholeName(String written) {
        assertThat(SignerName.of(written).names(SUBJECT)).isTrue();
        assertThat(SignerName.of(Normalizer.normalize(written, Normalizer.Form.NFD))
                        .names(SUBJECT))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UBND tỉnh Mẫu",
                "cổng liên thông",
                "UBND tinh Mau, cong lien thong",
                "VN",
                "O=UBND tỉnh Mẫu",
                "CN=UBND tỉnh Mẫu\\, cổng liên thông",
                "C=VN,O=UBND tỉnh Mẫu,CN=UBND tỉnh Mẫu\\, cổng liên thông",
                "O=UBND tỉnh Mẫu,C=VN,2.5.4.97=VATVN-600,CN=UBND tỉnh Mẫu\\, cổng liên thông"
            })
    void isNotContentWithAPart(String written) {
        assertThat(SignerName.of(written).names(SUBJECT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=UBND tỉnh Mẫu giả mạo",
                "O=UBND tỉnh Mẫu,CN=Kẻ giả",
                "CN=Kẻ giả,CN=UBND tỉnh Mẫu",
                "CN=UBND tỉnh Mẫu+CN=Kẻ giả",
                "CN=Kẻ giả\\,CN\\=UBND tỉnh Mẫu",
                "O=CN\\=UBND tỉnh Mẫu",
                "",
                "no name at all"
            })
    void isNotTaken_bySomebodyWhoWroteTheNameSomewhereElse(String subject) {
        assertThat(SignerName.of("UBND tỉnh Mẫu").names(subject)).isFalse();
    }

    @Test
    void isNeverEmpty() {
        assertThatThrownBy(() -> SignerName.of(" \t")).isInstanceOf(IllegalArgumentException.class);
    }
}
