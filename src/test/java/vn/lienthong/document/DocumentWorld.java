package vn.lienthong.document;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Scopes;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.dossier.AttachedResult;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand.TellResult;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.kernel.Ids;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.testing.WorkFolder;
import vn.lienthong.workitem.WorkItem;

/** The room on a real database and a real folder, sealing with the sample authority. */
public final class DocumentWorld implements AutoCloseable {
    /** The system of the made-up ward, with every scope that this room asks for. */
    public static final Caller WARD = caller(MadeUp.WARD);

    public final DossierWorld dossiers;
    public final Links links;
    final Path folder = WorkFolder.fresh("documents");
    final DocumentProperties settings = settings(Map.of());
    final FileStore store;
    final FileRepository files;
    final Attachments attachments;
    final LinkRepository linkRows;
    final UnfetchedLinks unfetched;
    final ResultRepository resultRows;
    final SealRepository seals;
    public final IssuedResults issued;
    public final Results results;
    final SignatureRules rules = new SignatureRules(settings);
    private final SigningWorld signing;

    public DocumentWorld(TestDatabase database, SigningWorld signing) {
        this.signing = signing;
        dossiers = new DossierWorld(database);
        files = new FileRepository(dossiers.jdbc);
        store = new FileStore(new FileFolder(folder), new FileCipher(dossiers.seal.derive("document file")), settings);
        attachments = new Attachments(files, dossiers.rights, dossiers.register);
        linkRows = new LinkRepository(dossiers.jdbc, dossiers.clock);
        links = new Links(linkRows, files, new LinkToken(dossiers.seal.derive("document link")), settings);
        unfetched = new UnfetchedLinks(linkRows, dossiers.workItems, dossiers.transaction);
        resultRows = new ResultRepository(dossiers.jdbc, dossiers.seal);
        issued = new IssuedResults(resultRows);
        seals = new SealRepository(dossiers.jdbc, dossiers.clock);
        results = new Results(
                resultRows,
                dossiers.register,
                dossiers.deliveries,
                rules,
                new SealWorker(seals, sealing(signing.signer()), new SimpleMeterRegistry()),
                dossiers.rights);
    }

    static DocumentProperties settings(Map<String, String> more) {
        Map<String, String> values = new java.util.HashMap<>(Map.of(
                "lienthong.document.public-address", "https://cong.example",
                "lienthong.document.least-disk", "1MB",
                "lienthong.document.seals[0].agency", "H15",
                "lienthong.document.seals[0].key", "agency"));
        more.forEach((name, value) -> values.put("lienthong.document." + name, value));
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("lienthong.document", DocumentProperties.class)
                .get();
    }

    static Caller caller(String agency) {
        return new Caller(
                agency,
                agency,
                agency,
                Set.of(Scopes.DOSSIER_READ, Scopes.DOSSIER_WRITE, Scopes.RESULT_WRITE),
                null,
                Caller.Kind.CLIENT);
    }

    Sealing sealing(Signer signer) {
        return new Sealing(
                seals,
                resultRows,
                store,
                files,
                signer,
                dossiers.deliveries,
                dossiers.workItems,
                settings,
                dossiers.clock,
                dossiers.transaction);
    }

    /** The documents of results as other rooms get them. */
    public ResultFiles resultFiles() {
        return new ResultFiles(results, store);
    }

    /** One round of the worker with this signer; false when nothing was due. */
    boolean seal(Signer signer) {
        Optional<SealRepository.Unsealed> next = seals.take();
        next.ifPresent(sealing(signer)::seal);
        return next.isPresent();
    }

    boolean seal() {
        return seal(signing.signer());
    }

    /** A dossier that the ward told. */
    public String dossier() {
        String number = MadeUp.number();
        tell(number, 1, Tellings.content(DossierStatus.PROCESSED));
        return number;
    }

    /** The ward tells a full state. */
    public UUID tell(String number, long revision, DossierContent content) {
        return dossiers.transaction.execute(status -> ((DossierAnswer.Accepted) dossiers.register
                        .apply(List.of(Tellings.state(number, revision, content)), Map.of())
                        .getFirst())
                .eventId());
    }

    public Reception reception() {
        return new Reception(store, files, signing.verifier());
    }

    /** Attaches a result as the intake does. */
    public DossierAnswer attach(String number, byte[] document, boolean seal, List<String> signedBy, String... to) {
        return attach(number, document, seal, false, signedBy, to);
    }

    /** One to be sealed so that people see it; where it was accepted. */
    public UUID attachedVisibly(String number, byte[] document) {
        return ((DossierAnswer.Accepted) attach(number, document, true, true, List.of())).eventId();
    }

    private DossierAnswer attach(
            String number, byte[] document, boolean seal, boolean visible, List<String> signedBy, String... to) {
        ReceivedDocument received = reception().receive(document);
        AttachedResult result = new AttachedResult(
                "Giấy khai sinh",
                "KQ01",
                null,
                DossierContent.ReturnBy.COUNTER,
                signedBy,
                seal,
                visible,
                List.of(to),
                received.mediaType(),
                received.sha256(),
                received.size());
        TellResult told = new TellResult(
                Ids.next(),
                Tellings.number(number),
                WARD,
                result,
                received.presentable() ? results.partners(List.of(to)) : List.of());
        return dossiers.transaction.execute(status -> results.attach(told, received));
    }

    /** Attaches a result that must be accepted. */
    public UUID attached(String number, byte[] document, boolean seal, String... to) {
        return ((DossierAnswer.Accepted) attach(number, document, seal, List.of(), to)).eventId();
    }

    /** The only delivery of an event. */
    Delivery delivery(String number, UUID event) {
        return dossiers.deliveries
                .ofEvents(List.of(number), List.of(event))
                .getOrDefault(event, List.of())
                .getFirst();
    }

    List<String> workItems(String number) {
        return dossiers.workItems(number).stream().map(WorkItem::code).toList();
    }

    byte[] bytes(StoredFile file) {
        return store.read(file.name());
    }

    /** Everything that lies in the folder. */
    List<Path> onDisk() {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Sha256Name put(byte[] bytes, Caller owner) {
        Sha256Name name = store.put(bytes);
        files.keep(name, bytes.length, "application/pdf");
        files.own(name, Attachments.owner(owner));
        return name;
    }

    @Override
    public void close() {
        dossiers.close();
    }

    /** The number of the portal's link to this. */
    UUID link(LinkTarget target, Duration life) {
        return Objects.requireNonNull(
                linkRows.give("portal", List.of(target), life).get(target));
    }
}
