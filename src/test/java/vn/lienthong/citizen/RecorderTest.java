package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.citizen.held.SharedCalls.Shared;
import vn.lienthong.citizen.person.AskedPerson;
import vn.lienthong.citizen.person.BirthDate;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.citizen.person.PersonalNumber;
import vn.lienthong.citizen.register.RegisterAnswer;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.HttpDouble;

/** What stands behind an answer that several officers share, and whose answer it is. */
class RecorderTest {
    private static final String OLD = "240000011";
    private static final HttpDouble PARTNER = RegisterDouble.telling(RegisterDouble.WHOLE);
    private static final CitizenWorld WORLD = new CitizenWorld(PARTNER.url());

    @AfterAll
    static void close() {
        WORLD.close();
        PARTNER.close();
    }

    @Test
    void keepsTheBytesOfASharedAnswer_whenWhoAskedFirstKeptNothing() {
        String dossier = WORLD.dossier();
        LocalDate today = LocalDate.of(2026, 11, 22);
        Grounds grounds = new Grounds(
                WORLD.dossiers.register.find(dossier).orElseThrow(),
                "1.001193",
                new AskedPerson(
                        PersonalNumber.parse(CitizenWorld.PERSON).orElseThrow(),
                        CitizenWorld.NAME,
                        BirthDate.parse(CitizenWorld.BORN, today).orElseThrow()),
                EnumSet.noneOf(PersonField.class));
        Message bytes = new Message(
                Ids.next(),
                Message.Direction.OUT,
                "lookup",
                "population",
                dossier,
                null,
                "<a/>".getBytes(StandardCharsets.UTF_8));
        RegisterAnswer answer = new RegisterAnswer.Confirmed(List.of(bytes));

        for (int sharer = 0; sharer < 2; sharer++) {
            TrackedQuestion question = question(dossier);
            WORLD.tracker.asked(question);
            WORLD.recorder.keep(
                    question,
                    grounds,
                    new Shared<>(answer, false),
                    Conclusion.of(answer, grounds, today),
                    Instant.parse("2026-11-22T01:00:00Z"),
                    null);
        }

        assertThat(WORLD.messages(dossier)).isEqualTo(1);
    }

    @Test
    void tellsInspectionAlsoOfWhoAskedByTheNumberOfAnOldCard() {
        String dossier = WORLD.dossier(
                DossierStatus.IN_PROGRESS, body -> ((ObjectNode) body.path("applicant")).put("personalId", OLD));
        int before = WORLD.rows(CitizenWorld.PERSON).size();

        for (int time = 0; time < 2; time++) {
            LookUpAnswer answer = WORLD.lookUps.ask(
                    CitizenWorld.request(dossier, OLD, CitizenWorld.NAME, CitizenWorld.BORN, "fullName"),
                    CitizenWorld.WARD);
            assertThat(answer.match()).isEqualTo(LookUpAnswer.Match.MATCHED);
            assertThat(answer.cached()).isEqualTo(time == 1);
        }

        assertThat(WORLD.rows(CitizenWorld.PERSON)).hasSize(before + 2);
        assertThat(WORLD.rows(OLD)).hasSize(2);
    }

    private static TrackedQuestion question(String dossier) {
        return new TrackedQuestion(
                Ids.next(),
                Instant.parse("2026-11-22T01:00:00Z"),
                "H15.24133",
                "H15.24133",
                "1",
                "A",
                dossier,
                "1.001193",
                "x",
                "y",
                CitizenWorld.PERSON,
                List.of(),
                LookUps.SOURCE);
    }
}
