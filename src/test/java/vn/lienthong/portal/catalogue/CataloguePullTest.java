package vn.lienthong.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.catalogue.BookWorld;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.portal.session.ConnectorWorld;
import vn.lienthong.portal.session.SessionPartner;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Request;
import vn.lienthong.testing.HttpDouble.Script;
import vn.lienthong.testing.HttpDouble.Wire;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.TestWorkItems;
import vn.lienthong.workitem.WorkItem;
import vn.lienthong.workitem.WorkItemFilter;
import vn.lienthong.workitem.WorkItems;

/** The catalogue comes from the portal whole, or not at all. */
class CataloguePullTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final BookWorld BOOK = new BookWorld(DATABASE);
    private static final String BIRTH = "1.001193";
    private static final String HTML = "<!DOCTYPE html><html><body>Đang bảo trì</body></html>";

    private final WorkItems items = TestWorkItems.on(BOOK.jdbc);
    private final AtomicInteger resets = new AtomicInteger();
    private @Nullable Script instead;
    private String insteadOf = "";
    private HttpDouble portal;
    private ConnectorWorld connection;

    @BeforeEach
    void open() {
        BOOK.clear();
        BOOK.jdbc.update("delete from work_item");
        portal = new HttpDouble(new SessionPartner(this::serve));
        connection = new ConnectorWorld(
                DATABASE,
                portal.url(),
                Map.of("account.name", "of port " + portal.url().getPort()));
    }

    @AfterEach
    void close() {
        connection.close();
        portal.close();
    }

    @Test
    void takesInWhatThePortalTells() {
        pull();
        assertThat(waiting()).isEmpty();
        Procedure birth = BOOK.now()
                .procedures()
                .find(BIRTH, BOOK.clock.today().plusDays(1))
                .orElseThrow();
        assertThat(birth.components()).extracting(Procedure.Component::name).contains("Giấy chứng sinh");
        assertThat(birth.results()).extracting(Procedure.Result::code).containsExactly("KQ-KS");
        assertThat(birth.levels()).containsExactly(Procedure.Level.COMMUNE);
        assertThat(birth.mayAsk(Procedure.Register.POPULATION)).isTrue();
        assertThat(BOOK.now().agencies().name("H99.14")).isEqualTo("Sở Mẫu");
        assertThat(BOOK.pulls.standing().outcome()).isEqualTo("TAKEN");
    }

    static Stream<List<String>> unfit() {
        return Stream.of(
                List.of("LayDanhSachTTHC", HTML),
                List.of("LayDanhSachTTHC", PortalLists.ok("[]")),
                List.of("LayDanhSachTTHC", PortalLists.ok("{}")),
                List.of(
                        "LayDanhSachTTHC",
                        PortalLists.ok("[{\"MATTHC\":\"1.001193\"},{\"MATTHC\":\"1.001193.000.00.00.H15\"}]")),
                List.of("LayDanhSachTTHC", PortalLists.ok("[{\"TENTTHC\":\"Không mã\"}]")),
                List.of("LayDanhSachTTHC", PortalLists.ok("[{\"MATTHC\":\"../../x\"}]")),
                List.of("LayDanhSachTTHC", "{\"error_code\":\"0\",\"result\":[{\"MATTHC\":\"1.0011"),
                List.of("LayDanhSachTTHC", "{\"error_code\":\"-8\",\"message\":\"Dịch vụ không được hỗ trợ\"}"),
                List.of("LayDanhMucCoQuan", HTML),
                List.of("LayDanhMucCoQuan", PortalLists.ok("[{\"MADONVI\":\"H15\"}]")),
                List.of("LayDanhMucCoQuan", PortalLists.ok("[{\"MADONVI\":\"H15'; --\",\"TENDONVI\":\"x\"}]")),
                List.of("LayThuTuc", HTML),
                List.of("LayThuTuc", PortalLists.ok("[]")),
                List.of("LayThuTuc", PortalLists.ok("[{\"MATTHC\":\"9.999999\",\"TENTTHC\":\"Thủ tục khác\"}]")),
                List.of("LayThuTuc", PortalLists.ok("[{\"MATTHC\":\"1.001193\"}]")),
                List.of("LayThuTuc", PortalLists.ok("[{},{}]")));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void changesNothing_andTellsAPerson_whenAnAnswerCannotBeBelieved(List<String> answer) {
        instead(answer.getFirst(), (request, wire) -> wire.json(answer.getLast()));
        pull();
        assertThat(BOOK.jdbc.queryForObject("select count(*) from catalogue_told", Integer.class))
                .isZero();
        assertThat(waiting()).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("CATALOGUE-PULL");
            assertThat(item.agency()).isEqualTo("H15");
            assertThat(item.detail().vi()).contains("giữ nguyên");
        });
        assertThat(BOOK.pulls.standing().outcome()).isEqualTo("REFUSED");
    }

    @Test
    void resolvesTheWorkItem_onceAPullGoesWell() {
        instead("LayThuTuc", (request, wire) -> wire.json(HTML));
        pull();
        pull();
        assertThat(waiting())
                .singleElement()
                .satisfies(item -> assertThat(item.occurrences()).isEqualTo(2));
        insteadOf = "";
        pull();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void asksAgain_whenAnAnswerIsLost() {
        instead("LayThuTuc", (request, wire) -> {
            if (resets.incrementAndGet() == 3) {
                wire.reset();
            } else {
                PortalLists.serve(request, wire);
            }
        });
        pull();
        assertThat(BOOK.pulls.standing().outcome()).isEqualTo("TAKEN");
    }

    @Test
    void givesUp_whenThePortalIsSilentAboutOneProcedure() {
        instead("LayThuTuc", (request, wire) -> {
            if (request.body().contains("2.000815")) {
                wire.reset();
            } else {
                PortalLists.serve(request, wire);
            }
        });
        pull();
        assertThat(waiting()).hasSize(1);
        assertThat(calls("\"maTTHC\":\"2.000815\"")).isEqualTo(3);
    }

    @Test
    void pullsOnce_whenTwoNodesLook() {
        BOOK.pulls.askNow("operator");
        CataloguePull one = node(null);
        CataloguePull other = node(null);
        instead("LayDanhSachTTHC", (request, wire) -> {
            other.look();
            PortalLists.serve(request, wire);
        });
        one.look();
        other.look();
        assertThat(calls("LayDanhSachTTHC")).isEqualTo(1);
        assertThat(BOOK.pulls.standing().outcome()).isEqualTo("TAKEN");
    }

    @Test
    void leavesNoTurnOpen_whenADefectComesUp() {
        BOOK.pulls.askNow("operator");
        new CataloguePull(
                        settings("H15", null),
                        BOOK.pulls,
                        BOOK.book,
                        new PortalCatalogue(null, TestPartners.portal(portal.url(), Map.of()), BOOK.clock),
                        new PullNews(items),
                        TestPartners.portal(portal.url(), Map.of()),
                        BOOK.clock)
                .look();
        assertThat(BOOK.pulls.standing().underWay()).isFalse();
        assertThat(BOOK.pulls.standing().outcome()).isEqualTo("REFUSED");
        assertThat(waiting())
                .singleElement()
                .satisfies(item -> assertThat(item.detail().vi()).contains("Lỗi phần mềm"));
        pull();
        assertThat(BOOK.pulls.standing().outcome()).isEqualTo("TAKEN");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void tellsNobody_whenTheTurnWentToAnotherNodeMeanwhile() {
        BOOK.pulls.askNow("operator");
        instead("LayDanhSachTTHC", (request, wire) -> {
            BOOK.jdbc.update("update catalogue_pull set turn = ?", UUID.randomUUID());
            PortalLists.serve(request, wire);
        });
        node(null).look();
        assertThat(calls("LayThuTuc")).isZero();
        assertThat(waiting()).isEmpty();
        assertThat(BOOK.pulls.standing().underWay()).isTrue();
    }

    @Test
    void pullsNothing_untilAnOperatorAsksOrTheRoundComes() {
        node(null).look();
        assertThat(portal.requests()).isEmpty();
        CataloguePull daily = node(Duration.ofHours(24));
        daily.look();
        daily.look();
        assertThat(calls("LayDanhSachTTHC")).isEqualTo(1);
        BOOK.clock.advance(Duration.ofHours(25));
        daily.look();
        assertThat(calls("LayDanhSachTTHC")).isEqualTo(2);
    }

    @Test
    void saysWhatIsNotSet_toAnOperatorWhoAsks() {
        BOOK.pulls.askNow("operator");
        node(null, null).look();
        assertThat(portal.requests()).isEmpty();
        assertThat(BOOK.pulls.standing()).satisfies(standing -> {
            assertThat(standing.underWay()).isFalse();
            assertThat(standing.detail().vi()).contains("lienthong.portal.catalogue.unit");
        });
    }

    private void pull() {
        BOOK.pulls.askNow("operator");
        node(null).look();
    }

    private CataloguePull node(@Nullable Duration every) {
        return node("H15", every);
    }

    private CataloguePull node(@Nullable String unit, @Nullable Duration every) {
        Partners partners = TestPartners.portal(portal.url(), Map.of());
        return new CataloguePull(
                settings(unit, every),
                BOOK.pulls,
                BOOK.book,
                new PortalCatalogue(connection.connector(), partners, BOOK.clock),
                new PullNews(items),
                partners,
                BOOK.clock);
    }

    private static CataloguePullProperties settings(@Nullable String unit, @Nullable Duration every) {
        return new CataloguePullProperties(unit, every, Duration.ofMinutes(15), 0.1, 20_000);
    }

    private void instead(String service, Script script) {
        insteadOf = service;
        instead = script;
    }

    private void serve(Request request, Wire wire) throws IOException {
        Script other = instead;
        if (other != null && request.body().contains("\"service\":\"" + insteadOf + "\"")) {
            other.answer(request, wire);
        } else {
            PortalLists.serve(request, wire);
        }
    }

    private long calls(String words) {
        return portal.requests("/mapi/g").stream()
                .filter(request -> request.body().contains(words))
                .count();
    }

    private List<WorkItem> waiting() {
        return items.search(new WorkItemFilter(null, null, null, WorkItem.State.OPEN, null, 100))
                .items();
    }
}
