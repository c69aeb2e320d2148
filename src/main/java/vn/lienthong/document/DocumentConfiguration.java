package vn.lienthong.document;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.StartCheck;
import vn.lienthong.signing.KeyUse;

/** Puts the room's keys and checks at hand. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Bean
    FileCipher fileCipher(DataSeal seal) {
        return new FileCipher(seal.derive("document file"));
    }

    @Bean
    LinkToken linkToken(DataSeal seal) {
        return new LinkToken(seal.derive("document link"));
    }

    @Bean
    KeyUse.Source sealKeyUses(DocumentProperties settings) {
        return () -> settings.seals().stream()
                .map(seal -> new KeyUse(
                        seal.key(),
                        new Bilingual(
                                "kết quả của " + seal.agency() + " không được đóng dấu số và không gửi đi",
                                "results of " + seal.agency() + " are not sealed and go to nobody")))
                .toList();
    }

    @Bean
    StartCheck linksAreEncrypted(DocumentProperties settings) {
        return () -> "https".equals(settings.publicAddress().getScheme())
                        || LOOPBACK.contains(
                                String.valueOf(settings.publicAddress().getHost()))
                ? List.of()
                : List.of(new Bilingual(
                        "lienthong.document.public-address: phải là địa chỉ https mà đối tác tải tệp được",
                        "lienthong.document.public-address: must be an https address from which partners can fetch"));
    }
}
