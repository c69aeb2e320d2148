package vn.lienthong.citizen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.citizen.held.HeldAnswers;
import vn.lienthong.citizen.held.TestHeld;
import vn.lienthong.citizen.later.LaterQuestions;
import vn.lienthong.citizen.later.TestLater;
import vn.lienthong.citizen.register.RegisterWorld;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.TestTracker;
import vn.lienthong.citizen.tracker.Tracked;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.evidence.TestEvidence;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** Look-ups of one node on a real database, before a register that a test plays. */
public final class CitizenWorld implements AutoCloseable {
    public static final String PERSON = "066090000011";
    public static final String NAME = "Nguyễn Văn Mẫu";
    public static final String BORN = "1990-01-31";
    public static final Caller WARD = caller(MadeUp.WARD);

    public final DossierWorld dossiers;
    public final RegisterWorld register;
    public final DataTracker tracker;
    public final LookUps lookUps;
    public final LaterQuestions later;
    final Recorder recorder;

    public CitizenWorld(URI register, String... settings) {
        this(new DossierWorld(TestDatabase.fresh()), register, settings);
    }

    /** A node at the database of these dossiers. */
    public CitizenWorld(DossierWorld dossiers, URI url, String... settings) {
        this.dossiers = dossiers;
        this.register = new RegisterWorld(url, settings);
        Catalogue catalogue = Catalogue.load(SchemaFiles.packed());
        CitizenProperties properties = new CitizenProperties(Duration.ofSeconds(4), 3);
        tracker = TestTracker.on(dossiers.jdbc, dossiers.seal, dossiers.transaction);
        HeldAnswers held = TestHeld.on(dossiers.jdbc, dossiers.seal, dossiers.clock);
        later = TestLater.on(dossiers.jdbc, dossiers.seal, dossiers.workItems, dossiers.transaction, dossiers.clock);
        recorder = new Recorder(
                TestEvidence.in(dossiers.jdbc, dossiers.seal),
                tracker,
                held,
                dossiers.workItems,
                later,
                dossiers.transaction);
        lookUps = new LookUps(
                new Justification(
                        dossiers.register,
                        catalogue.procedures(),
                        FieldRules.load(SchemaFiles.packed(), "population"),
                        new Rights(catalogue.agencies())),
                held,
                register.register,
                tracker,
                recorder,
                new DatabaseTurns(properties),
                properties,
                dossiers.clock,
                new SimpleMeterRegistry());
    }

    /** A one-stop system that may look people up. */
    public static Caller caller(String agency) {
        return new Caller(agency, agency, agency, Set.of(Scopes.CITIZEN_LOOKUP), null, Caller.Kind.CLIENT);
    }

    /** A new open dossier of the ward. */
    public String dossier() {
        return dossier(DossierStatus.IN_PROGRESS, body -> {});
    }

    /** A new dossier of the ward. */
    public String dossier(DossierStatus status, Consumer<ObjectNode> change) {
        String number = MadeUp.number();
        dossiers.transaction.execute(each -> dossiers.register.apply(
                List.of(Tellings.state(number, 1L, Tellings.content(status, change))), Map.of()));
        return number;
    }

    /** The ward asks about the first made-up person. */
    public LookUpAnswer ask(String dossier, String... fields) {
        return lookUps.ask(request(dossier, PERSON, NAME, BORN, fields), WARD);
    }

    /** What the tracker holds about a person, newest first. */
    public List<Tracked> rows(String personalId) {
        return tracker.about(personalId, null, null, null, 100).items();
    }

    /** How many messages crossed the wall for a dossier. */
    public int messages(String dossier) {
        Integer count = dossiers.jdbc.queryForObject(
                "select count(*) from evidence_message where channel = 'lookup' and dossier_number = ?",
                Integer.class,
                dossier);
        return count == null ? 0 : count;
    }

    static LookUpRequest request(@Nullable String dossier, String number, String name, String born, String... fields) {
        return new LookUpRequest(
                dossier,
                new LookUpRequest.Officer("066080000099", "Trần Thị Mẫu"),
                "Đăng ký khai sinh",
                "Luật Hộ tịch 2014, Điều 16",
                new LookUpRequest.Person(number, name, born),
                List.of(fields));
    }

    @Override
    public void close() {
        register.close();
        dossiers.close();
    }
}
