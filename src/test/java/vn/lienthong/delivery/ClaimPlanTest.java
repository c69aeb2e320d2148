package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.PORTAL;
import static vn.lienthong.delivery.DeliveryWorld.STATE;
import static vn.lienthong.delivery.DeliveryWorld.STEP;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.lienthong.partner.TestPartners;

/**
 * What a claim of fifty reads, in pages of 8 KB: a measure that a busy machine does not blur. Ten thousand pages from the
 * cache take about ten milliseconds.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ClaimPlanTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of("portal.settle=2s"));
    private static final Pattern PAGES = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

    @BeforeAll
    static void fillWithoutTellingThePlanner() {
        WORLD.jdbc().execute("alter table delivery set unlogged, set (autovacuum_enabled = off)");
        withoutIndexes(() -> fill(STATE, 100_000));
    }

    /** Building an index at once is much faster than row by row. */
    private static void withoutIndexes(Runnable filling) {
        List<Map<String, Object>> indexes = WORLD.jdbc()
                .queryForList("select indexname, indexdef from pg_indexes where tablename = 'delivery'"
                        + " and indexname <> 'delivery_pkey'");
        indexes.forEach(index -> WORLD.jdbc().execute("drop index " + index.get("indexname")));
        filling.run();
        indexes.forEach(index -> WORLD.jdbc().execute((String) index.get("indexdef")));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void a_staysSmall_whileAHundredThousandWaitInAHundredAndFiftyAgencies() {
        assertThat(pages(STATE)).isLessThan(6000);
        WORLD.jdbc().execute("analyze delivery");
        assertThat(pages(STATE)).isLessThan(6000);
    }

    @Test
    void b_staysSmall_whenAlmostAllAreDoneAndThePlannerKnowsNothingElse() {
        withoutIndexes(() -> WORLD.jdbc().execute("update delivery set state = 'CONFIRMED'"));
        WORLD.jdbc().execute("vacuum analyze delivery");
        fill(STATE, 3000);
        assertThat(pages(STATE)).isLessThan(6000);
    }

    @Test
    void c_readsNothingOfStepsWhoseTurnHasNotCome() {
        fill(STEP, 20_000);
        WORLD.jdbc().update("update delivery set head = false where kind = ?", STEP);
        WORLD.jdbc().execute("vacuum delivery");
        assertThat(pages(STEP)).isLessThan(100);
    }

    private static void fill(String kind, int rows) {
        WORLD.jdbc()
                .update(
                        "insert into delivery (partner, kind, dossier_number, event_id, version, full_state, status, agency,"
                                + " unit_code, due_at, head, legal_due)"
                                + " select 'portal', ?, ? || i, gen_random_uuid(), 1, ?, 'ACCEPTED', 'H15.' || (i % 150),"
                                + " 'H15', clock_timestamp(), true, clock_timestamp() + (random() * 100000) * interval '1 s'"
                                + " from generate_series(1, ?) i",
                        kind, kind + rows + "-", kind.equals(STATE), rows);
    }

    private static int pages(String kind) {
        List<String> plan = new NamedParameterJdbcTemplate(WORLD.jdbc())
                .queryForList(
                        "explain (analyze, buffers, timing off) " + ClaimRepository.PICK,
                        Map.of("partner", PORTAL, "kind", kind, "most", 50, "offset", "0"),
                        String.class);
        Matcher pages = PAGES.matcher(String.join("\n", plan));
        assertThat(pages.find()).isTrue();
        String read = pages.group(2);
        return Integer.parseInt(pages.group(1)) + (read == null ? 0 : Integer.parseInt(read));
    }
}
