package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.citizen.register.Envelopes;
import vn.lienthong.citizen.tracker.TrackedEnd.Outcome;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.TestDatabase;

/** What officers are told, and what stands on record before they are told it. */
class LookUpsTest {
    private static final DossierWorld DOSSIERS = new DossierWorld(TestDatabase.fresh());

    private HttpDouble partner = RegisterDouble.telling(RegisterDouble.WHOLE);
    private CitizenWorld world = new CitizenWorld(DOSSIERS, partner.url());

    @AfterEach
    void close() {
        world.register.close();
        partner.close();
        DOSSIERS.jdbc.update("truncate held_answer");
    }

    private void register(HttpDouble other) {
        world.register.close();
        partner.close();
        partner = other;
        world = new CitizenWorld(DOSSIERS, other.url());
    }

    @Test
    void tellsWhatWasAskedForAndNothingElse() {
        String dossier = world.dossier();

        LookUpAnswer answer = world.ask(dossier, "fullName", "permanentAddress");

        assertThat(answer.match()).isEqualTo(Match.MATCHED);
        assertThat(answer.person()).containsOnlyKeys(PersonField.FULL_NAME, PersonField.PERMANENT_ADDRESS);
        assertThat(answer.person()
                        .get(PersonField.PERMANENT_ADDRESS)
                        .path("communeCode")
                        .asText())
                .isEqualTo("24133");
        assertThat(answer.source()).isEqualTo("POPULATION");
        assertThat(answer.cached()).isFalse();
        assertThat(world.messages(dossier)).isEqualTo(2);
        var row = world.rows(CitizenWorld.PERSON).getFirst();
        assertThat(row.question().id()).isEqualTo(answer.lookUpId());
        assertThat(row.question().officerName()).isEqualTo("Trần Thị Mẫu");
        assertThat(row.question().purpose()).isEqualTo("Đăng ký khai sinh");
        assertThat(row.question().fields()).containsExactly("fullName", "permanentAddress");
        assertThat(row.end().outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(row.end().evidence()).isNotNull();
    }

    @Test
    void showsWhatDiffers_refusesNobody_andRequestsACorrection() {
        String dossier = world.dossier();

        LookUpAnswer answer = world.lookUps.ask(
                CitizenWorld.request(dossier, CitizenWorld.PERSON, "Nguyen Van Mau", "1990-02-01", "fullName"),
                CitizenWorld.WARD);

        assertThat(answer.match()).isEqualTo(Match.NOT_MATCHED);
        assertThat(answer.person()).isNull();
        assertThat(answer.differences())
                .extracting(LookUpAnswer.Difference::code)
                .containsExactly("NAME-ACCENTS", "BIRTH-DATE-DIFFERS");
        assertThat(answer.differences().getFirst().held()).isEqualTo(CitizenWorld.NAME);
        assertThat(DOSSIERS.workItems(dossier)).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("REGISTER-CORRECTION");
            assertThat(item.detail().both()).doesNotContain("066", "Mẫu", "1990");
        });
    }

    @Test
    void noticesAGenderThatTheNumberContradicts() {
        register(RegisterDouble.telling(Envelopes.MAU.replace("<GioiTinh>1", "<GioiTinh>2")));

        assertThat(world.ask(world.dossier(), "gender").differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.code()).isEqualTo("PERSONAL-ID-GENDER"));
    }

    @Test
    void doesNotTakeNotFoundForATruth() {
        register(RegisterDouble.telling(""));
        String dossier = world.dossier();

        assertThat(world.ask(dossier, "fullName").reason().code()).isEqualTo("REGISTER-HOLDS-NOBODY");
        assertThat(world.ask(dossier, "fullName").match()).isEqualTo(Match.NOT_MATCHED);
        assertThat(partner.requests()).as("asked each time").hasSize(2);
    }

    @Test
    @Timeout(20)
    void saysUnverified_whenTheRegisterIsSilent_andKeepsTheRow() {
        register(new HttpDouble((request, wire) -> wire.silence()));
        String dossier = world.dossier();

        LookUpAnswer answer = world.ask(dossier, "fullName");

        assertThat(answer.match()).isEqualTo(Match.UNVERIFIED);
        assertThat(answer.reason().code()).isEqualTo("REGISTER-SLOW");
        assertThat(world.rows(CitizenWorld.PERSON).getFirst().end().reason()).isEqualTo("REGISTER-SLOW");
        assertThat(world.messages(dossier)).isEqualTo(1);
        assertThat(DOSSIERS.workItems(dossier)).isEmpty();
    }

    @Test
    void onlyVerifies_whenNoFieldIsAskedFor() {
        register(new HttpDouble((request, wire) -> wire.answer(
                "200 OK",
                "",
                Envelopes.of("")
                        .replaceAll("<CongdanCollection.*</CongdanCollection>", "<KetQua>true</KetQua>")
                        .getBytes(StandardCharsets.UTF_8))));

        LookUpAnswer answer = world.ask(world.dossier());

        assertThat(answer.match()).isEqualTo(Match.MATCHED);
        assertThat(answer.person()).isEmpty();
        assertThat(partner.requests().getFirst().body()).contains("XacThucThongTinCongDan", "003");
    }

    @Test
    void asksNobody_whenTheQuestionCannotBePutOnRecord() {
        String dossier = world.dossier();
        DOSSIERS.jdbc.execute("alter table data_tracker rename to away");
        try {
            assertThatThrownBy(() -> world.ask(dossier, "fullName")).isInstanceOf(DataAccessException.class);
            assertThat(partner.requests()).isEmpty();
        } finally {
            DOSSIERS.jdbc.execute("alter table away rename to data_tracker");
        }
    }

    @Test
    void tellsNobody_whenTheEndCannotBePutOnRecord() {
        String dossier = world.dossier();
        DOSSIERS.jdbc.execute("alter table data_tracker_end rename to away");
        try {
            assertThatThrownBy(() -> world.ask(dossier, "fullName")).isInstanceOf(DataAccessException.class);
            assertThat(partner.requests()).hasSize(1);
        } finally {
            DOSSIERS.jdbc.execute("alter table away rename to data_tracker_end");
        }
        assertThat(world.rows(CitizenWorld.PERSON).getFirst().end())
                .as("interrupted")
                .isNull();
        assertThat(world.messages(dossier)).isZero();
        assertThat(DOSSIERS.jdbc.queryForList("select person from held_answer")).isEmpty();
    }

    @Test
    void neverChangesARow() {
        world.ask(world.dossier(), "fullName");

        for (String table : List.of("data_tracker", "data_tracker_end")) {
            for (String change : List.of("update %s set at = now()", "delete from %s", "truncate %s cascade")) {
                assertThatThrownBy(() -> DOSSIERS.jdbc.update(change.formatted(table)))
                        .hasMessageContaining("only grows");
            }
        }
    }

    @Test
    void leavesNothingReadableInTheDatabase() {
        world.ask(world.dossier(), "fullName");

        for (String table : List.of("data_tracker", "held_answer", "evidence_message")) {
            String rows = DOSSIERS.jdbc.queryForObject(
                    "select coalesce(string_agg(encode(convert_to(r::text, 'UTF8'), 'escape'), ''), '') from " + table
                            + " r",
                    String.class);
            String hex = java.util.HexFormat.of().formatHex(CitizenWorld.PERSON.getBytes(StandardCharsets.UTF_8));
            assertThat(rows).isNotEmpty().doesNotContain(CitizenWorld.PERSON, hex, "khai sinh");
        }
    }

    @Test
    void answersAgainFromWhatIsHeld_asLongAsEachFieldIsFresh() {
        String dossier = world.dossier();
        LookUpAnswer first = world.ask(dossier, "fullName", "maritalStatus");

        LookUpAnswer again = world.ask(world.dossier(), "maritalStatus");
        DOSSIERS.clock.advance(Duration.ofMinutes(61));
        LookUpAnswer name = world.ask(dossier, "fullName");
        LookUpAnswer stale = world.ask(dossier, "fullName", "maritalStatus");
        LookUpAnswer other = world.ask(dossier, "gender");

        assertThat(again.cached()).isTrue();
        assertThat(again.person())
                .isEqualTo(java.util.Map.of(
                        PersonField.MARITAL_STATUS, new com.fasterxml.jackson.databind.node.TextNode("MARRIED")));
        assertThat(again.asOf()).isEqualTo(first.asOf().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        assertThat(name.cached()).isTrue();
        assertThat(stale.cached()).isFalse();
        assertThat(other.cached()).isFalse();
        assertThat(partner.requests()).hasSize(3);
        assertThat(world.rows(CitizenWorld.PERSON).stream()
                        .limit(5)
                        .map(row -> row.end().cached()))
                .containsExactly(false, false, true, true, false);
    }
}
