package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;

@CompatHttpTest
class CompatEvidenceTest {
    private static final String WARD = "H15.24133";

    @LocalServerPort
    private int port;

    @Autowired
    private DossierRegister register;

    @Autowired
    private Evidence evidence;

    @Autowired
    private JdbcTemplate jdbc;

    private CompatCaller caller;
    private String session;

    @BeforeEach
    void signIn() {
        caller = new CompatCaller(port);
        session = caller.login(WARD);
    }

    @Test
    void keeps_eachItemByteForByte_andTheCallOnce() {
        String first = Items.number(WARD);
        String second = Items.number(WARD);
        String oddlyWritten =
                Items.dossier(first).toString().replaceFirst("\\{", "{ \n \t").replace("Mẫu", "M\\\\u1EABu");
        String body = ("{\"data\":[ %s ,%s],\"session\":\"%s\",\"madonvi\":\"%s\",\"service\":\"DongBoHoSoMC\"}")
                .formatted(oddlyWritten, Items.dossier(second), session, WARD);

        assertThat(caller.direct(body).code()).isEqualTo("0");

        Message one = message(first);
        Message two = message(second);
        assertThat(text(one)).isEqualTo(oddlyWritten);
        assertThat(text(two)).isEqualTo(Items.dossier(second).toString());
        assertThat(one.answerTo()).isNotNull().isEqualTo(two.answerTo());
        assertThat(one.channel()).isEqualTo("compat");
        assertThat(one.party()).isEqualTo(WARD);
        assertThat(one.dossierNumber()).isEqualTo(first);
        Message envelope = evidence.find(one.answerTo()).orElseThrow();
        assertThat(text(envelope)).isEqualTo(body);
        assertThat(envelope.dossierNumber()).isNull();
    }

    @Test
    void keepsTheSession_sealed() {
        caller.dossiers(session, WARD, false, List.of(Items.dossier(Items.number(WARD))));

        assertThat(jdbc.queryForList(
                        // a message inside another one has no bytes of its own
                        "select encode(body, 'escape') from evidence_message where body is not null", String.class))
                .isNotEmpty()
                .noneMatch(stored -> stored.contains(session) || stored.contains("Nguy"));
    }

    @Test
    void keepsNothing_ofRepeatsAndRefusals() {
        ObjectNode item = Items.dossier(Items.number(WARD));
        caller.dossiers(session, WARD, false, List.of(item));
        int before = count();

        caller.dossiers(session, WARD, true, List.of(item));
        caller.dossiers(
                session, WARD, true, List.of(Items.dossier(Items.number(WARD)).put("MaTTHC", "9.999999")));

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void keepsTheCallOnce_whenManyDossiersShareIt() {
        List<ObjectNode> items = java.util.stream.Stream.generate(() -> Items.dossier(Items.number(WARD)))
                .limit(40)
                .toList();
        int before = count();

        assertThat(caller.dossiers(session, WARD, false, items).code()).isEqualTo("0");

        assertThat(count()).isEqualTo(before + 41);
    }

    private Message message(String number) {
        UUID event = register.find(number).orElseThrow().stateEvent();
        return evidence.find(event).orElseThrow();
    }

    private int count() {
        return jdbc.queryForObject("select count(*) from evidence_message", Integer.class);
    }

    private static String text(Message message) {
        return new String(message.bytes(), StandardCharsets.UTF_8);
    }
}
