package vn.lienthong.inbox.callback;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Checks the address of a receiver when it is registered. Each push checks again where it really connects to. */
@Component
class CallbackUrl {
    private static final int LONGEST = 2000;

    private final CallbackProperties settings;
    private final ReachRules rules;
    private final CheckedResolver resolver;

    CallbackUrl(CallbackProperties settings, ReachRules rules, CheckedResolver resolver) {
        this.settings = settings;
        this.rules = rules;
        this.resolver = resolver;
    }

    /** The address as it will be used; refuses with 422 one that may not be pushed to. */
    String checked(@Nullable String asked) {
        URI url = read(asked);
        boolean plain = settings.plainHttp() && "http".equalsIgnoreCase(url.getScheme());
        if (!plain && !"https".equalsIgnoreCase(url.getScheme())) {
            throw refused(
                    "INBOX-CALLBACK-URL",
                    "Địa chỉ phải bắt đầu bằng https://.",
                    "The address must begin with https://.");
        }
        if (!rules.mayName(url.getHost())) {
            throw refused(
                    "INBOX-CALLBACK-HOST",
                    "Máy chủ này không có trong danh sách được phép; hãy đề nghị người vận hành thêm vào.",
                    "This host is not on the list of allowed ones; ask the operators to add it.");
        }
        try {
            resolver.resolve(url.getHost());
        } catch (UnknownHostException unknown) {
            throw refused(
                    "INBOX-CALLBACK-HOST",
                    "Không tìm thấy máy chủ, hoặc địa chỉ mạng của nó không được phép.",
                    "The host is not found, or its network address is not allowed.");
        }
        return url.toString();
    }

    private static URI read(@Nullable String asked) {
        try {
            if (asked != null && !asked.isBlank() && asked.length() <= LONGEST) {
                URI url = new URI(asked.strip());
                if (url.getHost() != null
                        && url.getRawUserInfo() == null
                        && url.getRawFragment() == null
                        && url.getPort() != 0
                        && url.getPort() <= 65535
                        && asked.chars().allMatch(letter -> letter < 128)) {
                    return url;
                }
            }
        } catch (URISyntaxException unreadable) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static ProblemException unreadable() {
        return refused(
                "INBOX-CALLBACK-URL",
                "url phải là địa chỉ đầy đủ, không có tên đăng nhập và không có phần sau dấu #.",
                "url must be a whole address without user name and without a fragment.");
    }

    private static ProblemException refused(String code, String vi, String en) {
        return new ProblemException(Problem.at(422, code, "/url", vi, en));
    }
}
