package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.dossier.Tellings.content;
import static vn.lienthong.dossier.Tellings.state;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.Scopes;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.dossier.DossierAnswer.Accepted;
import vn.lienthong.dossier.DossierAnswer.Refused;
import vn.lienthong.dossier.DossierCommand.NoteReturned;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.workitem.WorkItem;

/** A hand-over that somebody else than the source tells. */
class ReturnTest {
    private static final DossierWorld WORLD = DossierWorld.fresh();
    private static final OffsetDateTime HANDED_OVER = OffsetDateTime.parse(MadeUp.at(15, 30));

    private final String number = MadeUp.number();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void takesAVersionAndNoRevision_andTellsThePortal() {
        WORLD.apply(state(number, 4L, content(DossierStatus.PROCESSED)));

        Accepted told = WORLD.accepted(handedOver());

        assertThat(told.version()).isEqualTo(2);
        assertThat(told.revision()).isNull();
        assertThat(told.deliveries())
                .extracting(Delivery::partner, Delivery::kind)
                .containsExactly(portalDossier());
        DossierRecord record = WORLD.register.find(number).orElseThrow();
        assertThat(record.status()).isEqualTo(DossierStatus.RETURNED);
        assertThat(record.revision()).isEqualTo(4L);
        DossierContent now = WORLD.register.content(record).orElseThrow();
        assertThat(now).isEqualTo(content(DossierStatus.PROCESSED).returned(HANDED_OVER));
    }

    @Test
    void changesNothing_whenItIsToldAgainOrWasReturnedBefore() {
        WORLD.apply(state(number, 1L, content(DossierStatus.PROCESSED)));
        Accepted first = WORLD.accepted(handedOver());

        Accepted again = WORLD.accepted(handedOver());

        assertThat(again.repeated()).isTrue();
        assertThat(again.eventId()).isEqualTo(first.eventId());
        assertThat(WORLD.register.history(number)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = DossierStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PROCESSED", "RETURNED"})
    void isRefused_whereTheDossierIsNotProcessed(DossierStatus status) {
        WORLD.apply(state(number, 1L, content(status)));

        assertThat(code(handedOver())).isEqualTo("STATUS-EDGE");
        assertThat(WORLD.register.find(number).orElseThrow().status()).isEqualTo(status);
    }

    @Test
    void isTakenBack_byAPersonOnly() {
        WORLD.apply(state(number, 1L, content(DossierStatus.PROCESSED)));
        WORLD.apply(handedOver());

        WORLD.accepted(Tellings.by(operator(), state(number, null, content(DossierStatus.IN_PROGRESS))));

        assertThat(WORLD.register.find(number).orElseThrow().status()).isEqualTo(DossierStatus.IN_PROGRESS);
        assertThat(WORLD.workItems(number)).isEmpty();
        WORLD.accepted(state(number, 2L, content(DossierStatus.RETURNED)));
        assertThat(WORLD.apply(state(number, 3L, content(DossierStatus.IN_PROGRESS))))
                .hasOnlyElementsOfType(Refused.class);
    }

    @Test
    void isRefused_whenItLiesBeforeTheProcessing() {
        WORLD.apply(state(number, 1L, content(DossierStatus.PROCESSED)));

        assertThat(code(handedOver(OffsetDateTime.parse(MadeUp.at(9, 0))))).isEqualTo("TIME-ORDER");
    }

    @Test
    void isRefused_whereOnlyStepsOrNothingWereTold() {
        assertThat(code(handedOver())).isEqualTo("DOSSIER-NOT-FOUND");
        WORLD.apply(Tellings.step(number, null, MadeUp.at(8, 0), "Đã xem"));
        assertThat(code(handedOver())).isEqualTo("DOSSIER-NOT-FOUND");
    }

    @Test
    void stands_whenTheSourceTellsAnEarlierStatusLater() {
        WORLD.apply(state(number, 1L, content(DossierStatus.PROCESSED)));
        WORLD.apply(handedOver());

        Accepted later = WORLD.accepted(
                state(number, 2L, content(DossierStatus.PROCESSED, body -> body.put("summary", "Sửa tên con"))));

        DossierRecord record = WORLD.register.find(number).orElseThrow();
        assertThat(later.revision()).isEqualTo(2L);
        assertThat(record.revision()).isEqualTo(2L);
        assertThat(record.status()).isEqualTo(DossierStatus.RETURNED);
        DossierContent now = WORLD.register.content(record).orElseThrow();
        assertThat(now.returnedAt()).isEqualTo(HANDED_OVER);
        assertThat(now.summary()).isEqualTo("Sửa tên con");
        assertThat(WORLD.workItems(number)).extracting(WorkItem::code).containsExactly("DOSSIER-RETURN-STANDS");
    }

    @Test
    void staysWithoutThePortal_whenTheSourceTellsThatItWasProcessedAfterwards() {
        WORLD.apply(state(number, 1L, content(DossierStatus.PROCESSED)));
        WORLD.apply(handedOver());

        Accepted later = WORLD.accepted(state(
                number, 2L, content(DossierStatus.PROCESSED, body -> body.put("processedAt", MadeUp.at(16, 0)))));

        assertThat(later.deliveries()).isEmpty();
        assertThat(WORLD.register.find(number).orElseThrow().status()).isEqualTo(DossierStatus.RETURNED);
        assertThat(WORLD.workItems(number))
                .extracting(WorkItem::code)
                .containsExactlyInAnyOrder("DOSSIER-RETURN-STANDS", "DOSSIER-RETURN-BEFORE-PROCESSED");
        assertThat(WORLD.accepted(state(number, 3L, content(DossierStatus.PROCESSED)))
                        .deliveries())
                .extracting(Delivery::kind)
                .containsExactly("dossier");
    }

    @Test
    void stands_inOneGroupToo() {
        List<DossierAnswer> answers = WORLD.apply(
                state(number, 1L, content(DossierStatus.PROCESSED)),
                handedOver(),
                state(number, 2L, content(DossierStatus.STOPPED)));

        assertThat(answers).allMatch(Accepted.class::isInstance);
        assertThat(WORLD.register.find(number).orElseThrow().status()).isEqualTo(DossierStatus.RETURNED);
    }

    @Test
    void doesNotMakeARepeatOfTheSourceNew() {
        DossierContent processed = content(DossierStatus.PROCESSED);
        Accepted first = WORLD.accepted(state(number, null, processed));
        WORLD.apply(handedOver());

        Accepted repeat = WORLD.accepted(state(number, null, processed));

        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.eventId()).isEqualTo(first.eventId());
        assertThat(WORLD.workItems(number)).isEmpty();
    }

    @Test
    void letsTheSourceSayTheSame() {
        WORLD.apply(state(number, 1L, content(DossierStatus.PROCESSED)));
        WORLD.apply(handedOver());

        WORLD.accepted(state(number, 2L, content(DossierStatus.RETURNED)));

        assertThat(WORLD.workItems(number)).isEmpty();
    }

    private static Caller operator() {
        return new Caller(
                "lead", "Trưởng ca", null, Set.of(Scopes.OPERATOR_READ), OperatorRole.LEAD, Caller.Kind.OPERATOR);
    }

    private NoteReturned handedOver() {
        return handedOver(HANDED_OVER);
    }

    private NoteReturned handedOver(OffsetDateTime at) {
        return new NoteReturned(Ids.next(), Tellings.number(number), Tellings.caller("vnpost"), at);
    }

    private static String code(NoteReturned told) {
        return ((Refused) WORLD.apply(told).getFirst()).problem().code();
    }

    private static org.assertj.core.groups.Tuple portalDossier() {
        return org.assertj.core.groups.Tuple.tuple("portal", "dossier");
    }
}
