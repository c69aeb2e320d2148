package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.access.HttpDriver.Answer;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SettableClock;

/** Setting a second factor up, changing it, and taking it away. */
@AccessHttpTest
class SecondFactorSetUpTest {
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int SCALE = 4;

    private final JdbcTemplate jdbc;
    private final SettableClock clock;
    private final SecondFactors factors;
    private final Operator person;

    @Autowired
    SecondFactorSetUpTest(@LocalServerPort int port, JdbcTemplate jdbc, SettableClock clock, SecondFactors factors) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.factors = factors;
        this.person = new Operator(port, "lead", clock);
    }

    @AfterEach
    void leaveNothing() {
        jdbc.update("delete from second_factor");
        clock.reset();
    }

    @Test
    void showsTheSameKey_toTheEyeAndToTheCamera() throws Exception {
        person.password();
        Answer page = person.page(Operator.FACTOR);

        String link = seen(Jsoup.parse(page.body()));
        assertThat(link)
                .isEqualTo("otpauth://totp/Li%C3%AAn%20Th%C3%B4ng:lead?secret="
                        + Phone.reading(page).key() + "&issuer=Li%C3%AAn%20Th%C3%B4ng");
        assertThat(Jsoup.parse(page.body()).select("a[href^=otpauth]").attr("href"))
                .isEqualTo(link);
        assertThat(Phone.reading(page).key()).hasSize(32);
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void isReadByEverybody() {
        person.password();
        Document page = Jsoup.parse(person.page(Operator.FACTOR).body());
        Element field = page.select("input[name=code]").getFirst();

        assertThat(field.attr("autocomplete")).isEqualTo("one-time-code");
        assertThat(field.attr("inputmode")).isEqualTo("numeric");
        assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1);
        assertThat(page.select("svg[role=img]").attr("aria-label")).isNotBlank();
        assertThat(page.select("[style], script, style, [onclick]")).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void comesIntoForceWithTheFirstCode_andEndsWhatWasSignedInWithoutIt() {
        Operator other = person.elsewhere();
        other.password();
        person.password();
        assertThat(other.isIn()).isTrue();

        Phone phone = person.enrol();

        assertThat(person.isIn()).isTrue();
        assertThat(other.isIn()).isFalse();
        assertThat(other.page(Operator.FACTOR).header("Location")).startsWith(Operator.CODE);
        clock.advance(Duration.ofMinutes(1));
        assertThat(other.step(other.now(phone)).status()).isEqualTo(302);
        assertThat(other.isIn()).isTrue();
        assertThat(audited("second-factor.enrol")).isPositive();
    }

    @Test
    void takesTheCodeThatConfirmed_forNothingElse() {
        person.password();
        Phone phone = person.enrol();
        Operator thief = person.elsewhere();
        thief.password();

        assertThat(thief.step(thief.now(phone)).status()).isEqualTo(200);
        assertThat(thief.isIn()).isFalse();
    }

    @Test
    void tellsByHowMuchThePhonesClockIsOff_andDoesNotComeIntoForce() {
        person.password();
        Phone phone = Phone.reading(person.page(Operator.FACTOR));

        Answer fast = person.type(Operator.FACTOR, Operator.FACTOR, phone.code(clock.now(), 12));
        Answer slow = person.type(Operator.FACTOR, Operator.FACTOR, phone.code(clock.now(), -12));
        Answer wrong = person.type(Operator.FACTOR, Operator.FACTOR, "000000");

        assertThat(fast.body()).contains("<span>nhanh</span>", "bật giờ tự động");
        assertThat(slow.body()).contains("<span>chậm</span>");
        assertThat(wrong.body()).contains("Mã không đúng");
        assertThat(Phone.reading(wrong)).isEqualTo(phone);
        assertThat(standing()).isZero();
    }

    @Test
    void forgetsAKeyThatNobodyConfirms() {
        person.password();
        Answer page = person.page(Operator.FACTOR);
        Phone phone = Phone.reading(page);
        clock.advance(Duration.ofMinutes(16));

        Answer late = person.http.form(
                Operator.FACTOR, Map.of("code", person.now(phone), "_csrf", HttpDriver.hidden(page.body(), "_csrf")));

        assertThat(late.body()).contains("quá hạn");
        assertThat(Phone.reading(late)).isNotEqualTo(phone);
        assertThat(standing()).isZero();
    }

    @Test
    void isChangedOnlyByWhoHoldsIt() {
        person.password();
        Phone old = person.enrol();
        clock.advance(Duration.ofMinutes(1));
        Answer page = person.page(Operator.FACTOR);
        assertThat(page.body()).contains("Đã bật từ").doesNotContain("otpauth:");

        assertThat(person.type(Operator.FACTOR, Operator.FACTOR + "/change", "000000")
                        .body())
                .contains("không đúng hoặc đã dùng");
        assertThat(person.type(Operator.FACTOR, Operator.FACTOR + "/change", person.now(old))
                        .status())
                .isEqualTo(302);
        Operator other = person.elsewhere();
        other.password();
        other.step(old.code(clock.now(), 1));
        assertThat(other.isIn()).isTrue();
        Phone changed = person.enrol();

        assertThat(changed).isNotEqualTo(old);
        assertThat(other.isIn()).isFalse();
        assertThat(person.isIn()).isTrue();
        assertThat(audited("second-factor.change")).isPositive();
        assertThat(jdbc.queryForObject("select count(*) from second_factor_recovery", Integer.class))
                .isEqualTo(10);
    }

    @Test
    void isTakenAwayByAnAdministrator_withTheReason() {
        person.password();
        person.enrol();
        Caller admin = new Caller(
                "admin", "Quản trị", null, OperatorRole.ADMIN.scopes(), OperatorRole.ADMIN, Caller.Kind.OPERATOR);

        assertThat(refusal("lead", TestAccess.operator(OperatorRole.LEAD))).isEqualTo("ACCESS-ROLE");
        assertThat(refusal("viewer", admin)).isEqualTo("SECOND-FACTOR-NONE");
        assertThat(refusal("admin", admin)).isEqualTo("SECOND-FACTOR-OWN");
        factors.reset("lead", admin, "mất điện thoại");

        assertThat(person.isIn()).isFalse();
        assertThat(person.password().header("Location")).isEqualTo("/");
        assertThat(jdbc.queryForList(
                        "select reason from audit where act = 'second-factor.reset' and subject = 'operator:lead'",
                        String.class))
                .contains("mất điện thoại");
        assertThat(factors.holders())
                .extracting(holder -> holder.operator().clientId())
                .containsExactly("operator", "lead", "viewer", "admin");
    }

    @Test
    void leavesNothingOfAPersonToTheNextOneInTheSameBrowser() {
        person.password();
        Phone leads = Phone.reading(person.page(Operator.FACTOR));
        String token =
                person.http.get("/v1/session").json().path("csrf").path("token").asText();
        person.http.form("/login", Map.of("username", "viewer", "password", "viewer", "_csrf", token));

        Answer viewers = person.page(Operator.FACTOR);

        assertThat(viewers.status()).isEqualTo(200);
        assertThat(Phone.reading(viewers)).isNotEqualTo(leads);
        assertThat(HttpDriver.hidden(viewers.body(), "_csrf")).isNotEqualTo(token);
    }

    private String refusal(String operator, Caller by) {
        ProblemException[] thrown = new ProblemException[1];
        assertThatThrownBy(() -> factors.reset(operator, by, "vì"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> thrown[0] = problem);
        return thrown[0].problem().code();
    }

    private int standing() {
        Integer rows = jdbc.queryForObject("select count(*) from second_factor", Integer.class);
        return rows == null ? 0 : rows;
    }

    private int audited(String act) {
        Integer times = jdbc.queryForObject(
                "select count(*) from audit where subject = 'operator:lead' and act = ?", Integer.class, act);
        return times == null ? 0 : times;
    }

    /** What a camera sees of the picture, drawn as a browser draws it. */
    private static String seen(Document page) throws Exception {
        String[] box = page.select("svg").attr("viewBox").split(" ", 4);
        int size = Integer.parseInt(box[2]) * SCALE;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xFFFFFF);
        for (MatchResult square :
                SQUARE.matcher(page.select("svg path").attr("d")).results().toList()) {
            int left = Integer.parseInt(square.group(1)) * SCALE;
            int top = Integer.parseInt(square.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * size + left, y * size + left + SCALE, 0);
            }
        }
        LuminanceSource source = new RGBLuminanceSource(size, size, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
