package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import vn.lienthong.access.HttpDriver.Answer;
import vn.lienthong.kernel.GatewayClock;

/** A person of the sandbox in a browser of its own, with a phone once one is set up. */
final class Operator {
    static final String CODE = "/login/code";
    static final String FACTOR = "/second-factor";

    final HttpDriver http;
    private final String user;
    private final GatewayClock clock;

    Operator(int port, String user, GatewayClock clock) {
        this.http = new HttpDriver(port);
        this.user = user;
        this.clock = clock;
    }

    /** The same person at another browser. */
    Operator elsewhere() {
        return new Operator(http.port(), user, clock);
    }

    Answer password() {
        return http.signIn(user, user);
    }

    Answer page(String path) {
        return http.get(path, "Accept", "text/html");
    }

    /** Types a code into the form of this page. */
    Answer type(String page, String action, String code) {
        return http.form(
                action,
                Map.of(
                        "code",
                        code,
                        "to",
                        "/desk",
                        "_csrf",
                        HttpDriver.hidden(page(page).body(), "_csrf")));
    }

    /** The second step. */
    Answer step(String code) {
        return type(CODE, CODE, code);
    }

    /** Sets a second factor up; signed in after it. */
    Phone enrol() {
        Phone phone = Phone.reading(page(FACTOR));
        recoveryCodes(type(FACTOR, FACTOR, now(phone)));
        return phone;
    }

    String now(Phone phone) {
        return phone.code(clock.now(), 0);
    }

    static List<String> recoveryCodes(Answer page) {
        List<String> codes = Jsoup.parse(page.body()).select(".codes code").eachText();
        assertThat(codes).as(page.body()).hasSize(10).doesNotHaveDuplicates();
        return codes;
    }

    boolean isIn() {
        return http.get("/v1/session").status() == 200;
    }
}
