package vn.lienthong.citizen.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.TestTracker;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** The letter to a person who asks who looked at their data. */
class CitizenExportTest {
    private static final DossierWorld WORLD = new DossierWorld(TestDatabase.fresh());
    private static final ExportProperties SETTINGS = new ExportProperties(Duration.ofHours(24), Duration.ofDays(365));

    private final DataTracker tracker = TestTracker.on(WORLD.jdbc, WORLD.seal, WORLD.transaction);
    private final HoldRepository holds = new HoldRepository(WORLD.jdbc, WORLD.seal);
    private final CitizenExport export = new CitizenExport(
            tracker, holds, SETTINGS, Catalogue.load(SchemaFiles.packed()).agencies(), WORLD.clock);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void tellsInPlainWords_afterTheDelayOnly() {
        asked("066090000201", MadeUp.number());
        assertThat(letter("066090000201")).contains("không có lượt tra cứu nào");

        WORLD.clock.advance(Duration.ofHours(25));
        String letter = letter("066090000201");

        assertThat(letter)
                .contains("Cán bộ: Trần Thị Mẫu", "Để làm gì: Đăng ký khai sinh", "Căn cứ: Luật Hộ tịch 2014")
                .contains(
                        "Đã hỏi: họ và tên, nơi thường trú", "Cơ sở dữ liệu quốc gia về dân cư", "Theo yêu cầu: 12/ĐN")
                .doesNotContain("066090000201", "MATCHED", "POPULATION", "null");
    }

    @Test
    void saysNothingOfWhatALawHoldsBack_untilItEndsOrIsLifted() {
        String held = MadeUp.number();
        String open = MadeUp.number();
        asked("066090000202", held);
        asked("066090000202", open);
        WORLD.clock.advance(Duration.ofHours(25));
        LegalHold order = hold(held);
        holds.add(order, null);

        String during = letter("066090000202");
        assertThat(during).contains(open).doesNotContain(held);
        assertThat(letter("066090000299"))
                .as("the same words where nothing is held")
                .contains("có thể chưa được nêu");
        assertThat(holds.lift(order.id(), "client:auditor", WORLD.clock.now())).isTrue();
        assertThat(holds.lift(order.id(), "client:auditor", WORLD.clock.now())).isFalse();
        assertThat(letter("066090000202")).contains(held);

        LegalHold person = hold(null);
        holds.add(person, "066090000202");
        assertThat(letter("066090000202")).doesNotContain(held, open);
        WORLD.clock.advance(Duration.ofDays(11));
        assertThat(letter("066090000202")).contains(held, open);
        assertThat(holds.all())
                .first()
                .satisfies(hold -> assertThat(hold.legalBasis()).isEqualTo("Điều 1"));
    }

    private static LegalHold hold(String dossier) {
        Instant now = WORLD.clock.now();
        return new LegalHold(
                Ids.next(), now, "client:auditor", dossier, now.plus(Duration.ofDays(10)), "Điều 1", null, null);
    }

    private String letter(String person) {
        return export.letter(person, "12/ĐN", null, null);
    }

    private void asked(String person, String dossier) {
        Instant now = WORLD.clock.now();
        tracker.whole(
                new TrackedQuestion(
                        Ids.next(),
                        now,
                        "H15.24133",
                        "H15.24133",
                        "066080000099",
                        "Trần Thị Mẫu",
                        dossier,
                        "1.001193",
                        "Đăng ký khai sinh",
                        "Luật Hộ tịch 2014",
                        person,
                        List.of("fullName", "permanentAddress"),
                        "POPULATION"),
                new TrackedEnd(now, TrackedEnd.Outcome.MATCHED, null, now, false, null));
    }
}
