package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.kernel.ProblemException;

/** What of a page's address may be kept. */
class SavedQueryTest {
    private static final SavableList DELIVERIES = SavableList.at("/deliveries").orElseThrow();

    @Test
    void keepsTheConditionsOfThePage_andNeitherAPlaceInItNorAnythingElse() {
        SavedQuery query = SavedQuery.of(
                DELIVERIES,
                Map.of(
                        "state", "PARKED", "partner", "portal", "after", "77", "x", "y", "reason", "", "group",
                        "reason"));

        assertThat(query.link()).isEqualTo("/deliveries?group=reason&partner=portal&state=PARKED");
        assertThat(query.words()).isEqualTo("group: reason · partner: portal · state: PARKED");
    }

    @Test
    void comesBackAsItWasKept_whateverStandsInIt() {
        SavedQuery query = SavedQuery.of(
                DELIVERIES, Map.of("agency", "H15 & Sở «Tư pháp»=?#", "dossier", "Ho\u0302\u0300 so\u031B"));

        assertThat(SavedQuery.require("/deliveries", query.text())).isEqualTo(query);
        assertThat(SavedQuery.stored("/deliveries", query.text())).contains(query);
        assertThat(query.values()).containsEntry("dossier", "Hồ sơ");
    }

    @Test
    void keepsThatAllWorkItemsAreWanted_whichIsNotThePagesOwnChoice() {
        SavableList workItems = SavableList.at("/work-items").orElseThrow();

        assertThat(SavedQuery.of(workItems, Map.of("state", "", "code", "")).link())
                .isEqualTo("/work-items?state=");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.test/, ''",
        "//example.test, ''",
        "/deliveries/1, ''",
        "/logout, ''",
        "/deliveries, after=1",
        "/deliveries, state=NO",
        "/deliveries, partner=%zz",
        "/deliveries, agency=a%0d%0ab",
        "/audit, who=%00",
        "/charts, period=9y"
    })
    void refusesWhatNoPageOffers(String page, String query) {
        assertThatThrownBy(() -> SavedQuery.require(page, query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("VIEW-QUERY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"066090000011", "0660 9000 0011", "123456789", "090.000.0001", "+84900000001"})
    void refusesWhatLooksLikeAPersonsNumber(String number) {
        SavedQuery query = SavedQuery.of(SavableList.at("/audit").orElseThrow(), Map.of("subject", number));

        assertThat(query.isPersonal()).isTrue();
        assertThatThrownBy(() -> SavedQuery.require("/audit", query.text()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("VIEW-PERSONAL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "079203001234",
                "0912 345 678",
                "Ông An 079203001234",
                "CCCD 079203001234, hẹn thứ hai",
                "gọi (0912) 345.678.",
                "An ０７９２０３００１２３４",
                "0912\u00A0345\u00A0678",
                "-079203001234"
            })
    void seesAPersonsNumberAmongOtherWords(String text) {
        assertThat(SavedQuery.isPersonal(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hồ sơ H15.24133-261121-0001",
                "000.00.01.H26-260930-0012",
                "H15.24133-261121-060007",
                "delivery:123456789 đỗ lại",
                "EB123456789VN",
                "0199f3c2-1234-7890-8123-012345678901",
                "2026-11-22 10:00",
                "2026-11-22 - 2026-11-29",
                "quý 4 năm 2026"
            })
    void takesNumbersThatAreNoPersons(String text) {
        assertThat(SavedQuery.isPersonal(text)).isFalse();
    }

    @Test
    void takesADossiersNumber() {
        assertThat(SavedQuery.isPersonal("H15.24133-261121-0001")).isFalse();
        assertThat(SavedQuery.isPersonal("delivery:123456789")).isFalse();
    }

    @Test
    void leavesOut_whatAPageNoLongerKnows() {
        assertThat(SavedQuery.stored("/gone", "a=b")).isEmpty();
        assertThat(SavedQuery.stored("/deliveries", "state=GONE&partner=post"))
                .hasValueSatisfying(query -> assertThat(query.link()).isEqualTo("/deliveries?partner=post"));
    }
}
