package vn.lienthong.catalogue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.catalogue.Procedure.Component;
import vn.lienthong.catalogue.Procedure.Processing;
import vn.lienthong.catalogue.Procedure.Result;
import vn.lienthong.catalogue.Procedure.Sector;
import vn.lienthong.catalogue.Procedure.TimeUnit;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.testing.TestDatabase;

/** The kept catalogue of a gateway of two nodes, on a real database. */
public final class BookWorld {
    public final SettableClock clock = new SettableClock();
    public final JdbcTemplate jdbc;
    public final CataloguePulls pulls;
    public final CatalogueBook book;

    private final SchemaFiles files;
    private final ToldEntryRepository told;
    private final List<Node> nodes = new ArrayList<>();

    private record Node(Catalogue live, CatalogueRefresh refresh) {}

    public BookWorld(TestDatabase database) {
        this(database, SchemaFiles.packed());
    }

    BookWorld(TestDatabase database, SchemaFiles files) {
        this.files = files;
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.told = new ToldEntryRepository(jdbc);
        this.pulls = new CataloguePulls(new PullRepository(jdbc, clock));
        this.book = new CatalogueBook(
                files, told, new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())), clock);
        node();
        node();
    }

    /** Another node starts: what it holds from the first moment on. */
    Catalogue node() {
        Catalogue live = new CatalogueConfiguration().catalogue(files, told, clock);
        nodes.add(new Node(live, new CatalogueRefresh(files, live, told)));
        return live;
    }

    /** Nothing was ever told. */
    public void clear() {
        jdbc.update("delete from catalogue_told");
        jdbc.update("update catalogue_pull set turn = null, turn_until = null, due_at = null, asked_at = null,"
                + " generation = generation + 1");
        nodes().getFirst();
    }

    /** What each node holds once it has looked. */
    public List<Catalogue> nodes() {
        nodes.forEach(node -> node.refresh().look());
        return nodes.stream().map(Node::live).toList();
    }

    /** What the nodes hold; they hold the same. */
    public Catalogue now() {
        return nodes().getFirst();
    }

    LocalDate today() {
        return clock.today();
    }

    PullOutcome take(ToldCatalogue catalogue) {
        pulls.askNow("test");
        UUID turn = pulls.begin(false, Duration.ofMinutes(1)).orElseThrow();
        PullOutcome outcome = book.take(turn, catalogue, 0.1);
        pulls.end(turn, true, new vn.lienthong.kernel.Bilingual("", ""), Duration.ofHours(1));
        return outcome;
    }

    PullOutcome take(Procedure... procedures) {
        return take(new ToldCatalogue(List.of(procedures), agencies("H15", "H15.24133")));
    }

    long generation() {
        return told.generation();
    }

    int rows() {
        return told.all().size();
    }

    static Procedure procedure(String code, String name, String... papers) {
        return new Procedure(
                code,
                name,
                new Sector("G15-HT01", "Hộ tịch"),
                Set.of(Procedure.Level.COMMUNE),
                List.of(),
                null,
                null,
                new Processing(1, TimeUnit.WORKING_DAY, null, null, "Trong ngày"),
                Stream.of(papers)
                        .map(paper -> new Component(paper, "Giấy " + paper, true, null, null, 1, 0))
                        .toList(),
                Set.of(),
                List.of(),
                List.of(new Result("KQ1", "Kết quả")),
                List.of(),
                LocalDate.EPOCH,
                null);
    }

    static List<Agency> agencies(String... codes) {
        return Stream.of(codes).map(code -> agency(code, null)).toList();
    }

    static Agency agency(String code, @Nullable String name) {
        return new Agency(
                code, name == null ? "Cơ quan " + code : name, Agency.Level.UNIT, LocalDate.EPOCH, null, null);
    }
}
