package vn.lienthong.partner;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;
import vn.lienthong.partner.Partner.Account;

/** What a partner entry must not be in production. */
@Component
final class PartnerCheck implements StartCheck {
    private final Partners partners;

    PartnerCheck(Partners partners) {
        this.partners = partners;
    }

    @Override
    public List<Bilingual> findings() {
        List<Bilingual> found = new ArrayList<>();
        partners.all().forEach((id, partner) -> look("lienthong.partners." + id, partner, found));
        return found;
    }

    private static void look(String entry, Partner partner, List<Bilingual> found) {
        Account account = partner.account();
        String plain = account == null ? null : account.password();
        boolean isPlain = plain != null && !plain.isEmpty();
        if (isPlain) {
            found.add(new Bilingual(
                    entry + ".account.password là mật khẩu viết thẳng: hãy dùng password-file hoặc password-env",
                    entry + ".account.password is a plain password: use password-file or password-env"));
        }
        if (account != null
                && account.password() == null
                && Secrets.password(account).isEmpty()) {
            found.add(new Bilingual(
                    entry + ".account: không đọc được mật khẩu từ password-file hoặc password-env",
                    entry + ".account: no password can be read from password-file or password-env"));
        }
        if (!"https".equals(partner.url().getScheme())
                && !loopback(partner.url().getHost())) {
            found.add(new Bilingual(
                    entry + ".url phải là https, trừ địa chỉ của chính máy này",
                    entry + ".url must be https unless it is this machine"));
        }
        if (partner.settle().compareTo(partner.readTimeout()) < 0) {
            found.add(new Bilingual(
                    entry + ".settle không được ngắn hơn read-timeout: trả lời muộn có thể vẫn có hiệu lực",
                    entry + ".settle must not be shorter than read-timeout: a late effect may still come"));
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }
}
