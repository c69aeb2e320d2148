package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.access.HttpDriver.Answer;
import vn.lienthong.kernel.SettableClock;

/** Signing in in two steps, from outside: what opens, what does not, and who waits. */
@AccessHttpTest
class SecondFactorTest {
    private final JdbcTemplate jdbc;
    private final SettableClock clock;
    private final Operator person;

    @Autowired
    SecondFactorTest(@LocalServerPort int port, JdbcTemplate jdbc, SettableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.person = new Operator(port, "operator", clock);
    }

    @AfterEach
    void leaveNothing() {
        jdbc.update("delete from second_factor");
        clock.reset();
    }

    @Test
    void asksForTheCode_andLetsInNobodyWhoHasOnlyThePassword() {
        Phone phone = enrolled();

        Answer half = person.http.signIn("operator", "operator", "/desk");
        assertThat(half.header("Location")).isEqualTo("/login/code?to=%2Fdesk");
        String session = person.http.cookies.get("lienthong-session");
        assertThat(person.isIn()).isFalse();
        assertThat(person.http.get("/desk").status()).isEqualTo(401);
        assertThat(person.page("/desk").header("Location")).isEqualTo("/login?to=%2Fdesk");
        assertThat(person.page(Operator.FACTOR).header("Location")).startsWith(Operator.CODE);
        assertThat(audited("SIGN-IN", "TOTP")).isZero();

        Answer in = person.step(person.now(phone));
        assertThat(in.header("Location")).isEqualTo("/desk");
        assertThat(person.isIn()).isTrue();
        assertThat(person.http.cookies.get("lienthong-session")).isNotEqualTo(session);
        assertThat(audited("SIGN-IN", "TOTP")).isEqualTo(1);
        Operator thief = person.elsewhere();
        thief.http.cookies.put("lienthong-session", session);
        assertThat(thief.isIn()).isFalse();
        assertThat(thief.page(Operator.CODE).status()).isEqualTo(302);
    }

    @Test
    void takesACodeOnce_whoeverShowsItAgain() {
        Phone phone = enrolled();
        String code = person.now(phone);
        person.password();
        assertThat(person.step(code).status()).isEqualTo(302);

        Operator thief = person.elsewhere();
        thief.password();
        Answer again = thief.step(code);

        assertThat(again.body()).contains("đã dùng rồi");
        assertThat(thief.isIn()).isFalse();
        // and none before it, either
        assertThat(thief.step(phone.code(clock.now(), -1)).status()).isEqualTo(200);
        assertThat(thief.isIn()).isFalse();
    }

    @Test
    void takesACodeOnce_ofAllWhoShowItAtOneMoment() throws Exception {
        Phone phone = enrolled();
        String code = person.now(phone);
        List<Operator> all =
                IntStream.range(0, 4).mapToObj(one -> person.elsewhere()).toList();
        all.forEach(Operator::password);
        try (ExecutorService hands = Executors.newFixedThreadPool(4)) {
            for (Future<Answer> answer : hands.invokeAll(all.stream()
                    .map(one -> (Callable<Answer>) () -> one.step(code))
                    .toList())) {
                answer.get();
            }
        }

        assertThat(all.stream().filter(Operator::isIn)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void followsAClockThatIsAStepOff(int steps) {
        Phone phone = enrolled();
        clock.advance(Duration.ofMinutes(1));
        person.password();

        assertThat(person.step(phone.code(clock.now(), steps)).header("Location"))
                .isEqualTo("/desk");
    }

    @Test
    void saysThatACodeIsLate_butTellsNothingOfOnesThatAreStillToCome() {
        Phone phone = enrolled();
        clock.advance(Duration.ofHours(1));
        person.password();

        Answer late = person.step(phone.code(clock.now(), -9));
        Answer early = person.step(phone.code(clock.now(), 9));

        assertThat(late.body()).contains("hết hạn khoảng <span>4</span> phút", "Giờ máy chủ");
        assertThat(early.body()).contains("Mã không đúng").doesNotContain("hết hạn khoảng");
        assertThat(person.isIn()).isFalse();
    }

    @Test
    void locksAfterFiveWrongCodes_atWhateverBrowserAndNode_forLongerEachTime() {
        Phone phone = enrolled();
        person.password();
        for (int tries = 0; tries < 5; tries++) {
            assertThat(person.step("00000" + tries).status()).isEqualTo(200);
        }
        Operator other = person.elsewhere();
        other.password();
        Answer locked = other.step(other.now(phone));

        assertThat(locked.body()).contains("Sai nhiều lần");
        assertThat(other.isIn()).isFalse();
        assertThat(audited("second-factor.wrong", "5")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(31));
        other.step("000000");
        clock.advance(Duration.ofSeconds(31));
        assertThat(other.step(other.now(phone)).body()).contains("Sai nhiều lần");
        clock.advance(Duration.ofSeconds(31));
        assertThat(other.step(other.now(phone)).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "１２３４５６", "123456; drop", "0000 0000 0000 0000"})
    void opensToNothingElse(String code) {
        enrolled();
        person.password();

        assertThat(person.step(code).body()).contains("Mã không đúng");
        assertThat(person.isIn()).isFalse();
    }

    @Test
    void takesEachRecoveryCodeOnce_andTellsHowManyAreLeft() {
        person.password();
        Phone phone = Phone.reading(person.page(Operator.FACTOR));
        List<String> codes = Operator.recoveryCodes(person.type(Operator.FACTOR, Operator.FACTOR, person.now(phone)));
        assertThat(codes).allMatch(code -> code.matches("(\\d{4} ){3}\\d{4}"));
        Operator other = person.elsewhere();
        other.password();

        assertThat(other.step(codes.get(3)).header("Location")).isEqualTo("/second-factor?to=%2Fdesk");
        assertThat(other.page(Operator.FACTOR).body()).contains("còn <strong>9</strong> mã");
        assertThat(audited("SIGN-IN", "RECOVERY_CODE")).isEqualTo(1);
        Operator thief = person.elsewhere();
        thief.password();
        assertThat(thief.step(codes.get(3)).body()).contains("Mã không đúng");
        assertThat(thief.step(codes.get(4).replace(" ", "-")).status()).isEqualTo(302);
    }

    @Test
    void takesARecoveryCodeDuringTheWait_butNoGuessedOne() {
        person.password();
        Phone phone = Phone.reading(person.page(Operator.FACTOR));
        List<String> codes = Operator.recoveryCodes(person.type(Operator.FACTOR, Operator.FACTOR, person.now(phone)));
        Operator other = person.elsewhere();
        other.password();
        int before = audited("second-factor.wrong", "6");
        IntStream.range(0, 5).forEach(tries -> other.step("00000" + tries));
        assertThat(other.step("0000 0000 0000 0000").body()).contains("Sai nhiều lần");
        assertThat(audited("second-factor.wrong", "6")).isEqualTo(before);
        assertThat(other.step(codes.getFirst()).status()).isEqualTo(302);
    }

    @Test
    void forgetsWhoNeverTypesTheCode() {
        Phone phone = enrolled();
        person.password();
        clock.advance(Duration.ofMinutes(11));

        assertThat(person.page(Operator.CODE).status()).isEqualTo(302);
        assertThat(person.http
                        .form("/login/code", java.util.Map.of("code", person.now(phone)))
                        .status())
                .isEqualTo(403);
        assertThat(person.isIn()).isFalse();
    }

    @Test
    void wantsThePageToken_forTheCodeToo() {
        Phone phone = enrolled();
        person.password();

        assertThat(person.http
                        .form("/login/code", java.util.Map.of("code", person.now(phone)))
                        .code())
                .isEqualTo("ACCESS-CSRF");
        assertThat(person.isIn()).isFalse();
    }

    @Test
    void keepsNeitherSecretNorCodesReadable() {
        Phone phone = enrolled();
        String sealed = jdbc.queryForObject(
                "select encode(sealed, 'escape') || (select string_agg(encode(hash, 'escape'), '') from second_factor_recovery)"
                        + " from second_factor",
                String.class);

        assertThat(sealed).doesNotContain(phone.key());
        assertThat(jdbc.queryForObject("select length(sealed) from second_factor", Integer.class))
                .isEqualTo(20 + 1 + 12 + 16);
        assertThat(jdbc.queryForList("select attribute_bytes from console_session_attributes", byte[].class))
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(phone.key()));
    }

    /** A factor is in force, its first code long over, and nobody signed in. */
    private Phone enrolled() {
        Operator at = person.elsewhere();
        at.password();
        Phone phone = at.enrol();
        clock.advance(Duration.ofMinutes(1));
        return phone;
    }

    private int audited(String act, String reason) {
        Integer times = jdbc.queryForObject(
                "select count(*) from audit where who = 'operator:operator' and act = ? and reason = ?"
                        + " and at > (select since from second_factor) - interval '1 second'",
                Integer.class,
                act,
                reason);
        return times == null ? 0 : times;
    }
}
