package vn.lienthong.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.contract.EventSchemas;
import vn.lienthong.delivery.DeliveryAnswer;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.Reason;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.TestWorkItems;
import vn.lienthong.workitem.WorkItems;

/** An agency's system learns what partners answered and what waits for its people, in the words of the published schemas. */
class AnswersTest {
    private static final InboxWorld WORLD =
            new InboxWorld(TestDatabase.fresh(), Map.of("tell-confirmed", "H15.02,H15.24"));
    private static final String WARD = InboxWorld.WARD;
    private static final String DOSSIER = "H15.24133-261122-0001";

    private final Answers answers = WORLD.get(Answers.class);
    private final WorkItems workItems = TestWorkItems.on(WORLD.jdbc(), answers);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
        WORLD.jdbc().update("delete from work_item");
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryState.class,
            names = {"REFUSED", "PARKED", "EXPIRED", "CONFIRMED"})
    void tellsWhatADeliveryCameTo_asPublished(DeliveryState state) {
        answered(state, Reason.CONTENT_REFUSED, "-7");

        JsonNode event = only(WARD);
        assertThat(event.path("type").asText())
                .isEqualTo("vn.lienthong.delivery." + state.name().toLowerCase(java.util.Locale.ROOT) + ".v1");
        assertThat(event.path("subject").asText()).isEqualTo(DOSSIER);
        assertThat(event.path("data").path("deliveryId").asText()).isEqualTo("41");
        assertThat(event.path("data").path("reason").asText()).isEqualTo(Reason.CONTENT_REFUSED.code());
        assertThat(event.path("data").path("reasonText").path("vi").asText()).isNotBlank();
        assertThat(EventSchemas.findings(event)).isEmpty();
    }

    @Test
    void tellsAnAnswerWithNothingButItsState_asPublished() {
        answered(DeliveryState.CONFIRMED, null, null);

        assertThat(EventSchemas.findings(only(WARD))).isEmpty();
        assertThat(only(WARD).path("data").has("reason")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H15.02", "H15.02.05", "H15.24"})
    void wantsConfirmedDeliveries_ofThoseWhoAsked(String agency) {
        assertThat(answers.wantsConfirmed(agency)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H15", "H15.24133", "H15.021", "H99.02"})
    void wantsNoConfirmedDeliveries_ofOthers(String agency) {
        assertThat(answers.wantsConfirmed(agency)).isFalse();
    }

    @Test
    void tellsWhatWaitsForAPerson_once() {
        open("DOSSIER-STATUS-UNUSUAL");
        open("DOSSIER-STATUS-UNUSUAL");

        JsonNode event = only(WARD);
        assertThat(event.path("type").asText()).isEqualTo("vn.lienthong.workitem.opened.v1");
        assertThat(event.path("data").path("code").asText()).isEqualTo("DOSSIER-STATUS-UNUSUAL");
        assertThat(event.path("data").path("workItemId").asText())
                .isEqualTo(WORLD.jdbc().queryForObject("select id::text from work_item", String.class));
        assertThat(EventSchemas.findings(event)).isEmpty();
    }

    @Test
    void tellsItAgain_onceItWasResolvedAndComesBack() {
        open("DOSSIER-IDENTITY");
        WORLD.jdbc().update("update work_item set state = 'RESOLVED'");
        open("DOSSIER-IDENTITY");

        assertThat(WORLD.waiting(WARD)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELIVERY-PARKED", "DELIVERY-REFUSED", "DELIVERY-EXPIRED"})
    void tellsAnAnswerOnlyOnce_althoughItIsAlsoAWorkItem(String code) {
        open(code);

        assertThat(WORLD.waiting(WARD)).isEmpty();
    }

    @Test
    void tellsNothingOfAWorkItem_whoseTransactionIsUndone() {
        WORLD.transaction().executeWithoutResult(status -> {
            workItems.open(List.of(item("DOSSIER-IDENTITY")));
            status.setRollbackOnly();
        });

        assertThat(WORLD.waiting(WARD)).isEmpty();
    }

    private void answered(DeliveryState state, @Nullable Reason reason, @Nullable String code) {
        WORLD.transaction()
                .executeWithoutResult(status -> answers.answered(List.of(new DeliveryAnswer(
                        41,
                        "portal",
                        "dossier",
                        DOSSIER,
                        Ids.next(),
                        WARD,
                        state,
                        reason,
                        code == null ? null : "Thiếu trường bắt buộc",
                        code,
                        code == null ? null : UUID.randomUUID()))));
    }

    private void open(String code) {
        WORLD.transaction().executeWithoutResult(status -> workItems.open(List.of(item(code))));
    }

    private static NewWorkItem item(String code) {
        return new NewWorkItem(code, DOSSIER, WARD, null, Ids.next(), new Bilingual("Hãy xem lại.", "Look again."));
    }

    private static JsonNode only(String address) {
        List<FeedItem> items = WORLD.waiting(address);
        assertThat(items).hasSize(1);
        return InboxWorld.event(items.getFirst());
    }
}
