package vn.lienthong.access.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReturnAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/deliveries", "/deliveries?state=PARKED&partner=portal", "/dossiers/H15.24133-261120-0007"
            })
    void returnsToAPageOfOurs(String page) {
        assertThat(ReturnAddress.of(wanting(page))).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/", "//evil.example", "/\\evil.example", "\\/evil.example", "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y", "/\t/evil.example", "evil", "", "/a@b:c"
            })
    void returnsHome_whenTheAddressLeadsElsewhere(String page) {
        assertThat(ReturnAddress.of(wanting(page))).isEqualTo("/");
    }

    private static MockHttpServletRequest wanting(String page) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter("to", page);
        return request;
    }
}
