package vn.lienthong.citizen.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.testing.HttpDouble;

/** Answers that a register should never give: each has its code, none shows anything, none takes long. */
class BadAnswersTest {
    static Stream<Arguments> bodies() {
        String person = Envelopes.MAU;
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        return Stream.of(
                bad("an XML bomb", laughs + Envelopes.of(person.replace("Mẫu", "&b;")), Trouble.REGISTER_UNREADABLE),
                bad(
                        "an external entity",
                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                                + Envelopes.of(person.replace("Mẫu", "&a;")),
                        Trouble.REGISTER_UNREADABLE),
                bad(
                        "an entity nobody declared",
                        Envelopes.of(person.replace("Mẫu", "&a;")),
                        Trouble.REGISTER_UNREADABLE),
                bad(
                        "a foreign data namespace",
                        Envelopes.of(person).replace(XmlFields.DATA, "http://khac.example"),
                        Trouble.REGISTER_UNREADABLE),
                bad(
                        "a foreign service namespace",
                        Envelopes.of(person).replace(RequestWriter.NAMESPACE, "http://khac.example"),
                        Trouble.REGISTER_UNREADABLE),
                bad(
                        "SOAP of another version",
                        Envelopes.of(person)
                                .replace(
                                        "http://schemas.xmlsoap.org/soap/envelope/",
                                        "http://www.w3.org/2003/05/soap-envelope-x"),
                        Trouble.REGISTER_UNREADABLE),
                bad(
                        "another person",
                        Envelopes.of(person.replace("066090000011", "066193000012")),
                        Trouble.REGISTER_OTHER_PERSON),
                bad("no number", Envelopes.of(person.replace("066090000011", "")), Trouble.REGISTER_OTHER_PERSON),
                bad("a second person", Envelopes.of(person + person), Trouble.REGISTER_EXTRA_PERSONS),
                bad(
                        "two numbers",
                        Envelopes.of(
                                person.replace("<SoDinhDanh>", "<SoDinhDanh>066193000012</SoDinhDanh><SoDinhDanh>")),
                        Trouble.REGISTER_UNREADABLE),
                bad(
                        "a name that lost its letters",
                        Envelopes.of(person.replace("Mẫu", "M?u")),
                        Trouble.REGISTER_UNREADABLE),
                bad(
                        "a name of replacement letters",
                        Envelopes.of(person.replace("Mẫu", "M\uFFFDu")),
                        Trouble.REGISTER_UNREADABLE),
                bad("no birth date", Envelopes.of(person.replace("19900131", "")), Trouble.REGISTER_UNREADABLE),
                bad("elements without end", Envelopes.of("<a>".repeat(500)), Trouble.REGISTER_UNREADABLE),
                bad(
                        "too many elements",
                        Envelopes.of("<CongDan>" + "<a/>".repeat(6000) + "</CongDan>"),
                        Trouble.REGISTER_UNREADABLE),
                bad("a page for people", "<html><body>Bảo trì</body></html>", Trouble.REGISTER_UNREADABLE),
                bad("nothing", "", Trouble.REGISTER_UNREADABLE),
                bad(
                        "a fault in Vietnamese",
                        Envelopes.fault("Cán bộ không có quyền khai thác"),
                        Trouble.REGISTER_REFUSED));
    }

    private static Arguments bad(String name, String body, Trouble trouble) {
        return Arguments.of(name, body, trouble);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void isNotBelieved_whenAnsweredWithSuccess(String name, String body, Trouble trouble) {
        try (HttpDouble partner = new HttpDouble((request, wire) ->
                        wire.answer("200 OK", "Content-Type: text/xml\r\n", body.getBytes(StandardCharsets.UTF_8)));
                RegisterWorld world = new RegisterWorld(partner.url())) {
            RegisterAnswer answer = world.ask();

            assertThat(answer).isInstanceOfSatisfying(RegisterAnswer.Untold.class, untold -> {
                assertThat(untold.trouble()).isEqualTo(trouble);
                assertThat(untold.detail()).doesNotContain("066");
            });
            assertThat(answer.messages().getLast().bytes()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
            assertThat(partner.requests()).hasSize(1);
        }
    }

    @Test
    void takesAFaultWithItsOwnStatus() {
        assertThat(trouble("500 Internal Server Error", Envelopes.fault("MaDVC chưa đăng ký")))
                .isEqualTo(Trouble.REGISTER_REFUSED);
        assertThat(trouble("500 Internal Server Error", "{\"error\":1}")).isEqualTo(Trouble.REGISTER_DOWN);
        assertThat(trouble("502 Bad Gateway", "")).isEqualTo(Trouble.REGISTER_DOWN);
        assertThat(trouble("429 Too Many", "")).isEqualTo(Trouble.REGISTER_THROTTLED);
        assertThat(trouble("403 Forbidden", "")).isEqualTo(Trouble.REGISTER_SIGN_IN);
    }

    @Test
    void keepsTheRegistersWords_butNoNumberInThem() {
        byte[] fault = Envelopes.fault("Số 066090000011 bị khóa").getBytes(StandardCharsets.UTF_8);
        try (HttpDouble partner = new HttpDouble((request, wire) -> wire.answer("200 OK", "", fault));
                RegisterWorld world = new RegisterWorld(partner.url())) {
            assertThat(((RegisterAnswer.Untold) world.ask()).detail()).isEqualTo("Số *** bị khóa");
        }
    }

    @Test
    void isNotRead_whenInAnOldEncoding() {
        byte[] old = Envelopes.of(Envelopes.MAU).getBytes(Charset.forName("windows-1258"));
        try (HttpDouble partner = new HttpDouble((request, wire) -> wire.answer("200 OK", "", old));
                RegisterWorld world = new RegisterWorld(partner.url())) {
            assertThat(trouble(world.ask())).isEqualTo(Trouble.REGISTER_UNREADABLE);
        }
    }

    @Test
    @Timeout(20)
    void isCutOff_whenTenMegabytesLong() {
        String endless = Envelopes.of(Envelopes.MAU.replace("Mẫu", "M".repeat(10 << 20)));
        try (HttpDouble partner = new HttpDouble((request, wire) -> {
                    try {
                        wire.answer("200 OK", "", endless.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException cut) {
                        // as it should be
                    }
                });
                RegisterWorld world = new RegisterWorld(partner.url(), "population.read-timeout=4s")) {
            RegisterAnswer answer = world.ask();

            assertThat(trouble(answer)).isEqualTo(Trouble.REGISTER_TOO_LARGE);
            assertThat(answer.messages().getLast().bytes().length).isLessThanOrEqualTo(1 << 20);
        }
    }

    @Test
    @Timeout(20)
    void doesNotWait_whenTheRegisterSaysNothingOrDrips() {
        try (HttpDouble silent = new HttpDouble((request, wire) -> wire.silence());
                HttpDouble dripping = new HttpDouble((request, wire) -> wire.dripForEver(50));
                RegisterWorld one = new RegisterWorld(silent.url(), "population.read-timeout=500ms");
                RegisterWorld other = new RegisterWorld(dripping.url(), "population.read-timeout=500ms")) {
            assertThat(trouble(one.ask())).isEqualTo(Trouble.REGISTER_SLOW);
            assertThat(trouble(other.ask())).isEqualTo(Trouble.REGISTER_SLOW);
        }
    }

    @Test
    void saysDown_whenNobodyListensOrTheLineBreaks() {
        try (HttpDouble resetting = new HttpDouble((request, wire) -> wire.reset());
                HttpDouble cutting = new HttpDouble(
                        (request, wire) -> wire.rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<soap"));
                RegisterWorld nobody = new RegisterWorld(HttpDouble.nobody());
                RegisterWorld reset = new RegisterWorld(resetting.url());
                RegisterWorld cut = new RegisterWorld(cutting.url())) {
            assertThat(trouble(nobody.ask())).isEqualTo(Trouble.REGISTER_DOWN);
            assertThat(trouble(reset.ask())).isEqualTo(Trouble.REGISTER_DOWN);
            assertThat(trouble(cut.ask())).isEqualTo(Trouble.REGISTER_UNREADABLE);
            assertThat(resetting.requests()).as("never sent twice").hasSize(1);
        }
    }

    private static Trouble trouble(String status, String body) {
        try (HttpDouble partner = new HttpDouble(
                        (request, wire) -> wire.answer(status, "", body.getBytes(StandardCharsets.UTF_8)));
                RegisterWorld world = new RegisterWorld(partner.url())) {
            return trouble(world.ask());
        }
    }

    private static Trouble trouble(RegisterAnswer answer) {
        return ((RegisterAnswer.Untold) answer).trouble();
    }
}
