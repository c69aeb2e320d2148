package vn.lienthong.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.lienthong.access.TestAccess;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.testing.TestDatabase;

/** Each receiver reads its own inbox in order until it acknowledges. */
class FeedTest {
    private static final InboxWorld WORLD = new InboxWorld(TestDatabase.fresh(), Map.of());
    private static final String WARD = InboxWorld.WARD;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
    }

    @Test
    void showsWhatWasTold_inOrder() {
        List.of("a", "b", "c").forEach(subject -> WORLD.tell(WARD, subject));

        assertThat(WORLD.subjects(WARD)).containsExactly("a", "b", "c");
        assertThat(WORLD.waiting(WARD))
                .extracting(FeedItem::position)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsNothing_whenTheFactIsUndone() {
        WORLD.transaction().executeWithoutResult(status -> {
            WORLD.tellWithin(WARD, "undone");
            status.setRollbackOnly();
        });

        assertThat(WORLD.subjects(WARD)).isEmpty();
    }

    @Test
    void refusesToTell_outsideOfATransaction() {
        assertThatThrownBy(() -> WORLD.tellWithin(WARD, "alone")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesOutWhatIsAcknowledged_butGivesItOnDemand() {
        List.of("a", "b", "c").forEach(subject -> WORLD.tell(WARD, subject));
        FeedItem second = WORLD.waiting(WARD).get(1);

        assertThat(WORLD.acknowledge(WARD, second.id())).isTrue();

        assertThat(WORLD.subjects(WARD)).containsExactly("a", "c");
        assertThat(WORLD.after(WARD, 0)).extracting(FeedItem::subject).containsExactly("a", "b", "c");
        assertThat(WORLD.after(WARD, 0).get(1).acknowledgedAt()).isNotNull();
    }

    @Test
    void takesASecondAcknowledgementAsDone_andKeepsTheFirst() {
        WORLD.tell(WARD, "a");
        UUID id = WORLD.waiting(WARD).getFirst().id();
        WORLD.acknowledge(WARD, id);
        var first = WORLD.after(WARD, 0).getFirst().acknowledgedAt();

        assertThat(WORLD.acknowledge(WARD, id)).isTrue();
        assertThat(WORLD.after(WARD, 0).getFirst().acknowledgedAt()).isEqualTo(first);
    }

    @Test
    void knowsNoItemOfAnotherInbox_andNoneThatIsNot() {
        WORLD.tell(WARD, "a");
        UUID id = WORLD.waiting(WARD).getFirst().id();

        assertThat(WORLD.acknowledge("H15.02", id)).isFalse();
        assertThat(WORLD.acknowledge("H15.2413", id)).isFalse();
        assertThat(WORLD.acknowledge(WARD, UUID.randomUUID())).isFalse();
        assertThat(WORLD.subjects("H15.02")).isEmpty();
        assertThat(WORLD.subjects(WARD)).containsExactly("a");
    }

    @Test
    void showsAnAgencyWhatLiesBelowIt_andEachAcknowledgesForItself() {
        WORLD.tell("H15.02.05", "below");
        WORLD.tell("H15.02", "own");
        WORLD.tell("H15", "above");
        UUID below = WORLD.waiting("H15.02").getFirst().id();

        WORLD.acknowledge("H15.02", below);

        assertThat(WORLD.subjects("H15.02")).containsExactly("own");
        assertThat(WORLD.subjects("H15.02.05")).containsExactly("below");
        assertThat(WORLD.subjects("H15")).containsExactly("below", "own", "above");
    }

    @Test
    void putsNothingBeforeAnAgencyAbove_thatHasNoSystemToReadIt() {
        WORLD.tell("H15.03.05", "below");

        assertThat(WORLD.subjects("H15.03.05")).containsExactly("below");
        assertThat(WORLD.subjects("H15.03")).isEmpty();
        assertThat(WORLD.subjects("H15")).containsExactly("below");
    }

    @Test
    void givesAPlatformItsOwnInbox_evenOneNamedLikeAnAgency() {
        WORLD.transaction()
                .executeWithoutResult(status -> WORLD.get(Inbox.class)
                        .tell(List.of(
                                InboxWorld.event(new Receiver.OfClient("vnpost"), "parcel"),
                                InboxWorld.event(new Receiver.OfClient(WARD), "not an agency's"))));
        Mailbox mailbox = WORLD.get(Mailbox.class);

        assertThat(WORLD.subjects(mailbox.of(InboxWorld.platform("vnpost")))).containsExactly("parcel");
        assertThat(WORLD.subjects(mailbox.of(InboxWorld.platform("bhxh")))).isEmpty();
        assertThat(WORLD.subjects(mailbox.of(InboxWorld.system(WARD)))).isEmpty();
    }

    @Test
    void isClosedToThoseWithoutTheRight() {
        assertThatThrownBy(() -> WORLD.get(Mailbox.class).of(TestAccess.agency(WARD)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(403));
    }

    @Test
    void writesACloudEvent_thatIsTheSameEachTime() {
        WORLD.tell(WARD, "H15.24133-261122-0001");
        FeedItem item = WORLD.waiting(WARD).getFirst();

        JsonNode event = InboxWorld.event(item);

        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("id").asText()).isEqualTo(item.id().toString());
        assertThat(event.path("type").asText()).isEqualTo(InboxWorld.TYPE);
        assertThat(event.path("subject").asText()).isEqualTo("H15.24133-261122-0001");
        assertThat(event.path("time").asText()).isEqualTo("2026-11-22T10:04:05+07:00");
        assertThat(event.path("sequence").asText()).hasSize(19).endsWith(Long.toString(item.position()));
        assertThat(event.path("data").path("what").asText()).isEqualTo("H15.24133-261122-0001");
        assertThat(event).isEqualTo(InboxWorld.event(WORLD.waiting(WARD).getFirst()));
    }

    @Test
    void keepsTheDataSealed_andBoundToItsItem() {
        WORLD.tell(WARD, "secret-subject");
        WORLD.tell(WARD, "other");
        WORLD.waiting(WARD);
        byte[] stored = WORLD.jdbc()
                .queryForObject("select data from inbox_item where subject = 'secret-subject'", byte[].class);

        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("what");
        WORLD.jdbc()
                .update("update inbox_item set data = (select data from inbox_item where subject = 'other')"
                        + " where subject = 'secret-subject'");
        assertThatThrownBy(() -> WORLD.waiting(WARD)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesNoTypeThatIsNoName() {
        assertThatThrownBy(() ->
                        new InboxEvent(new Receiver.OfAgency(WARD), "Anything Goes", null, WORLD.clock.now(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsNobodyMeetTheSamePositionTwice() {
        WORLD.tell(WARD, "a");
        WORLD.waiting(WARD);
        assertThatThrownBy(
                        () -> WORLD.jdbc()
                                .update(
                                        "insert into inbox_entry (address, position) select address, position from inbox_entry"))
                .isInstanceOf(DataAccessException.class);
    }
}
