package vn.lienthong.dossier;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.access.TestAccess;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Agency;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.catalogue.Succession;
import vn.lienthong.catalogue.Succession.Heir;
import vn.lienthong.catalogue.Succession.How;
import vn.lienthong.catalogue.Successions;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.testing.TestDatabase;

/** A node in a province where in ten days one ward is merged into another and a third is split. */
final class RehomingWorld implements AutoCloseable {
    /** Merged into {@link #NEW}; its systems may write for thirty days more. */
    static final String OLD = vn.lienthong.testing.MadeUp.WARD;

    static final String NEW = "H15.24121";
    /** Split into {@link #NEW} and {@link #OTHER}. */
    static final String SPLIT = "H15.24163";

    static final String OTHER = "H15.24169";
    /** A department that is split as well. */
    static final String SPLIT_TOO = "H15.04";

    static final Duration TEN_DAYS = Duration.ofDays(10);

    final DossierWorld node;
    final RehomingPass pass;
    final SuccessorChoices choices;

    RehomingWorld(TestDatabase database) {
        node = new DossierWorld(database, RehomingWorld::catalogue);
        pass = new RehomingPass(
                node.catalogue.agencies(),
                node.dossiers,
                node.register,
                new RehomingRepository(node.jdbc, node.clock),
                node.workItems,
                node.transaction,
                node.clock);
        choices = new SuccessorChoices(
                node.catalogue.agencies(),
                node.register,
                node.rights,
                node.workItems,
                TestAccess.audit(JdbcClient.create(node.jdbc), node.clock),
                node.transaction,
                node.clock);
    }

    private static Catalogue catalogue(GatewayClock clock) {
        LocalDate day = clock.today().plus(java.time.Period.ofDays(10));
        Catalogue packed = DossierWorld.CATALOGUE;
        List<Agency> agencies = new ArrayList<>(packed.agencies().all(clock.today()));
        return new Catalogue(
                packed.procedures(),
                new Agencies(
                        agencies,
                        new Successions(List.of(
                                ends(OLD, How.MERGED, day, day.plusDays(30), NEW),
                                ends(SPLIT, How.SPLIT, day, null, NEW, OTHER),
                                ends(SPLIT_TOO, How.SPLIT, day, null, "H15.03", "H15.05"))),
                        clock::today));
    }

    private static Succession ends(String from, How how, LocalDate day, @Nullable LocalDate until, String... heirs) {
        return new Succession(
                Succession.Kind.AGENCY,
                from,
                how,
                day,
                until,
                Stream.of(heirs).map(code -> new Heir(code, "", "")).toList(),
                "QĐ 1/2026/QĐ-UBND");
    }

    DossierRecord record(String number) {
        return node.register.find(number).orElseThrow();
    }

    @Override
    public void close() {
        node.close();
    }
}
