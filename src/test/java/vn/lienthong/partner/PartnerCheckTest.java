package vn.lienthong.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.kernel.Bilingual;

/** What production refuses in a partner entry. */
class PartnerCheckTest {
    @TempDir
    private Path folder;

    @Test
    void plainPassword_plainHttp_andSettlingTooEarly_areFound() {
        List<Bilingual> found = findings("http://203.0.113.9/portal", Map.of());
        assertThat(found)
                .extracting(Bilingual::en)
                .hasSize(3)
                .allMatch(text -> text.contains("lienthong.partners.portal"));
    }

    @Test
    void secretThatIsNowhere_isFound() {
        assertThat(findings("https://portal.example", Map.of("account.password-file", "/no/such/file", "settle", "2s")))
                .isNotEmpty();
    }

    @Test
    void entryAsItShouldBe_hasNoFinding() throws IOException {
        Path file = Files.writeString(folder.resolve("p"), "mật khẩu\n");
        Partners partners = TestPartners.portal(
                URI.create("http://127.0.0.1:1/portal"),
                Map.of("account.password", "", "account.password-file", file.toString(), "settle", "2s"));
        assertThat(Secrets.password(partners.get("portal").account())).contains("mật khẩu");
        assertThat(new PartnerCheck(partners).findings()).isEmpty();
    }

    private static List<Bilingual> findings(String url, Map<String, String> more) {
        return new PartnerCheck(TestPartners.portal(URI.create(url), more)).findings();
    }
}
