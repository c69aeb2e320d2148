package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/** A partner whose entry lets only some events through gets those and no others; all others get everything. */
class SelectedPartnerTest {
    private static final DeliveryWorld WORLD = new DeliveryWorld(
            TestDatabase.fresh(),
            TestPartners.of(
                    "portal.settle=2s",
                    "bo-mau.only.procedures=1.001612",
                    "bo-mau.kinds=dossier,progress,result",
                    "bo-mau.only.agencies=H15"));
    private static final String DOSSIER = "H15.24133-261121-0001";

    @AfterEach
    void clear() {
        WORLD.clear();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void getsItsOwn_inTheOrderOfTheDossier() {
        List<Delivery> made = WORLD.enqueue(
                request("dossier", "1.001612", 1, null),
                request("progress", "1.001612", 2, null),
                request("dossier", "1.001612", 3, null));
        assertThat(made)
                .extracting(Delivery::partner, Delivery::version)
                .contains(tuple("bo-mau", 1), tuple("bo-mau", 2), tuple("bo-mau", 3), tuple("portal", 3));
    }

    @Test
    void getsNoOthers_norStepsOfWhichNobodyToldTheProcedure() {
        assertThat(WORLD.enqueue(request("dossier", "1.001193", 1, null), request("progress", null, 2, null)))
                .extracting(Delivery::partner)
                .containsOnly("portal");
    }

    @Test
    void getsAResultThatNamesIt_whateverTheProcedure() {
        assertThat(WORLD.enqueue(request(DeliveryRequest.RESULT, "1.001193", 1, "bo-mau")))
                .extracting(Delivery::partner)
                .containsExactly("bo-mau");
    }

    private static DeliveryRequest request(
            String kind, @Nullable String procedure, int version, @Nullable String partner) {
        return new DeliveryRequest(
                kind,
                DOSSIER,
                UUID.randomUUID(),
                version,
                !kind.equals("progress"),
                version == 1 ? "ACCEPTED" : "IN_PROGRESS",
                "H15.24133",
                "H15.24133",
                version == 1,
                null,
                partner,
                procedure);
    }
}
