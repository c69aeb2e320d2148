package vn.lienthong.portal.session;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partner.Account;

/** Where a partner's calls go and with which headers. */
final class Addresses {
    private Addresses() {}

    static URI login(Partner partner, Account account) {
        return URI.create(partner.url() + account.loginPath());
    }

    static URI call(Partner partner, Account account) {
        return URI.create(partner.url() + account.callPath());
    }

    static Map<String, String> headers(Account account) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Charset", "utf-8");
        String destination = account.destinationCode();
        if (destination != null) {
            headers.put("dstcode", destination);
        }
        return headers;
    }
}
