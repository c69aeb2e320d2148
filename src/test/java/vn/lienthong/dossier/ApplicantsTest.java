package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.dossier.Tellings.content;
import static vn.lienthong.dossier.Tellings.state;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.testing.MadeUp;

/** Dossiers found by whom they are for, though the database holds no name that could be read. */
class ApplicantsTest {
    private static final DossierWorld WORLD = DossierWorld.fresh();
    private static final PersonRepository ROWS = new PersonRepository(WORLD.jdbc);
    private static final DossierRepository DOSSIERS = new DossierRepository(WORLD.jdbc);
    private static final EventRepository EVENTS = new EventRepository(WORLD.jdbc, WORLD.seal);
    private static final PersonMarks MARKS = new PersonMarks(WORLD.seal);

    private final PersonIndex index = new PersonIndex(ROWS, MARKS, DOSSIERS, EVENTS, WORLD.transaction);
    private final Applicants applicants = new Applicants(ROWS, MARKS, index, DOSSIERS, EVENTS);

    @BeforeAll
    static void listen() {
        WORLD.listen(new PersonIndex(ROWS, MARKS, DOSSIERS, EVENTS, WORLD.transaction));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.jdbc.update("truncate dossier_person");
        WORLD.jdbc.update("update dossier_person_filled set after = '~', done = true");
    }

    @Test
    void areFoundByTheWholeName_andByWordsOfIt_withoutAccents() {
        String number = told("Nguyễn Văn Đượm", "066090000011");
        told("Nguyễn Thị Đượm", "066190000012");
        told("Trần Văn Khác", "066090000013");

        assertThat(found("nguyen van duom")).containsExactly(number);
        assertThat(found("Đượm Văn")).containsExactly(number);
        assertThat(found("NGUYÊN DUOM")).hasSize(2);
        assertThat(found("nguyen van")).isEmpty();
        assertThat(found("nguyen khac")).isEmpty();
        assertThat(found("duo")).isEmpty();
    }

    @Test
    void areFoundByTheirExactNumber_andByNoPartOfIt() {
        String number = told("Lê Thị Mẫu", "066190000777");

        assertThat(found(" 066 190 000 777 ")).containsExactly(number);
        assertThat(found("06619000077")).isEmpty();
        assertThat(found("066190000778")).isEmpty();
    }

    @Test
    void areFoundByTheirNewName_andNoLongerByTheOld() {
        String number = MadeUp.number();
        WORLD.accepted(state(number, 1L, named("Hồ Thị Sương", null)));
        WORLD.accepted(state(number, 2L, named("Hồ Thị Sen", null)));

        assertThat(found("suong")).isEmpty();
        assertThat(found("sen")).containsExactly(number);
        assertThat(WORLD.jdbc.queryForObject("select count(*) from dossier_person", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void needMore_thanAWordThatEverybodyHas() {
        assertThatThrownBy(() -> applicants.find("Nguyễn"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("DOSSIER-NAME-COMMON"));
        String number = told("Nguyễn Văn Lý", null);
        assertThat(found("nguyễn văn lý")).containsExactly(number);
    }

    @Test
    void areSaidToBeMore_whenTooManyShareTheName() {
        WORLD.apply(IntStream.range(0, 302)
                .mapToObj(n -> state(MadeUp.number(), 1L, named("Phạm Thị Đông", null)))
                .toArray(DossierCommand[]::new));

        Applicants.Found found = applicants.find("pham thi dong");
        assertThat(found.dossiers()).hasSize(300);
        assertThat(found.more()).isTrue();
        assertThat(found.filling()).isFalse();
    }

    @Test
    void leaveNothingReadable_andOtherMarksUnderAnotherKey() {
        told("Nguyễn Văn Đượm", "066090000011");

        byte[] stored = String.valueOf(WORLD.jdbc.queryForObject(
                        "select string_agg(p::text, ' ') from dossier_person p", String.class))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContainIgnoringCase("duom", "066090000011");
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new PersonMarks(new DataSeal(new SecretKeySpec(other, "AES"))).word("duom"))
                .isNotEqualTo(MARKS.word("duom"));
        assertThat(applicants.markOf("Đượm"))
                .isEqualTo(applicants.markOf("DUOM"))
                .matches("[0-9a-f]{16}");
    }

    @Test
    void fromBefore_getTheirMarksLittleByLittle_neverOverNewerOnes() {
        String before = told("Vũ Thị Trước", null);
        String changed = told("Vũ Thị Mới", null);
        WORLD.jdbc.update("delete from dossier_person where dossier_number = ?", before);
        WORLD.jdbc.update("update dossier_person set marks = ? where dossier_number = ?", new Long[] {1L, 2L}, changed);
        WORLD.jdbc.update("update dossier_person_filled set after = '', done = false");
        assertThat(applicants.find("truoc").filling()).isTrue();

        index.fill();

        assertThat(found("truoc")).containsExactly(before);
        assertThat(found("moi")).as("what a newer state wrote stays").isEmpty();
        assertThat(applicants.find("truoc").filling()).isFalse();
    }

    @Test
    void goTogetherWithTheState_orNotAtAll() {
        String number = MadeUp.number();
        WORLD.transaction.executeWithoutResult(status -> {
            WORLD.register.apply(List.of(state(number, 1L, named("Bùi Văn Hoãn", null))), java.util.Map.of());
            status.setRollbackOnly();
        });

        assertThat(WORLD.jdbc.queryForObject("select count(*) from dossier_person", Integer.class))
                .isZero();
    }

    private List<String> found(String typed) {
        return applicants.find(typed).dossiers().stream()
                .map(DossierRecord::number)
                .toList();
    }

    private static String told(String name, @org.jspecify.annotations.Nullable String personalId) {
        String number = MadeUp.number();
        WORLD.accepted(state(number, 1L, named(name, personalId)));
        return number;
    }

    private static DossierContent named(String name, @org.jspecify.annotations.Nullable String personalId) {
        return content(
                DossierStatus.ACCEPTED,
                body -> body.withObject("/applicant").put("name", name).put("personalId", personalId));
    }
}
