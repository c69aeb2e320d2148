package vn.lienthong.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.Company;
import vn.lienthong.document.internal.Depot;
import vn.lienthong.document.internal.DepotTrouble;
import vn.lienthong.document.internal.Fault;
import vn.lienthong.document.internal.Incoming;
import vn.lienthong.kernel.StartRefused;

/**
 * A place of files that is used only once it is known to be the one that belongs to the database: with another one, nodes
 * would miss what others took in. Settings that cannot work refuse the start; a store that is away for now does not, dossiers
 * need none: the first call that reaches it settles whose it is.
 */
final class KnownDepot implements Depot {
    private static final Logger LOG = LoggerFactory.getLogger(KnownDepot.class);

    private final Depot depot;
    private final FileRepository files;
    private final Company company;
    private final TransactionTemplate transaction;
    private volatile boolean known;

    private KnownDepot(Depot depot, FileRepository files, Company company, TransactionTemplate transaction) {
        this.depot = depot;
        this.files = files;
        this.company = company;
        this.transaction = transaction;
    }

    static KnownDepot atStart(Depot depot, FileRepository files, Company company, TransactionTemplate transaction) {
        KnownDepot known = new KnownDepot(depot, files, company, transaction);
        try {
            known.settle();
            depot.prove();
        } catch (DepotTrouble trouble) {
            if (trouble.fault().isLasting()) {
                depot.close();
                throw new StartRefused(trouble.fault().about(depot.where()), trouble);
            }
            LOG.error("{}", trouble.fault().about(depot.where()).both());
        } catch (IOException trouble) {
            LOG.error("Chưa dùng được kho tệp {} / the store of files cannot be used for now", depot.where(), trouble);
        }
        return known;
    }

    private Depot known() throws IOException {
        if (!known) {
            settle();
        }
        return depot;
    }

    private void settle() throws IOException {
        Optional<UUID> there = depot.identity();
        UUID here = there.isPresent() ? there.get() : named();
        UUID belongs = files.storeOr(here);
        if (!belongs.equals(here)) {
            if (company.present()) {
                throw new DepotTrouble(Fault.OTHER_STORE, null);
            }
            LOG.warn(
                    "Kho tệp {} không phải kho cũ của cơ sở dữ liệu này; tệp đã nhận trước đây không có ở đây /"
                            + " this store of files is not the one this database knew; files taken in before are not"
                            + " here",
                    depot.where());
            files.adoptStore(here);
        }
        known = true;
    }

    /** One node after the other: not every store refuses a second name. */
    private UUID named() throws IOException {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                files.lockStore();
                try {
                    return depot.identify(UUID.randomUUID());
                } catch (IOException trouble) {
                    throw new UncheckedIOException(trouble);
                }
            }));
        } catch (UncheckedIOException trouble) {
            throw trouble.getCause();
        }
    }

    @Override
    public boolean isThere(Sha256Name name) throws IOException {
        return known().isThere(name);
    }

    @Override
    public Optional<InputStream> open(Sha256Name name) throws IOException {
        return known().open(name);
    }

    @Override
    public Incoming begin(Sha256Name name) throws IOException {
        return known().begin(name);
    }

    @Override
    public void remove(Sha256Name name) throws IOException {
        known().remove(name);
    }

    @Override
    public int sweep(Instant before) throws IOException {
        return known().sweep(before);
    }

    @Override
    public long free() throws IOException {
        return depot.free();
    }

    @Override
    public boolean isShared() {
        return depot.isShared();
    }

    @Override
    public Optional<UUID> identity() throws IOException {
        return depot.identity();
    }

    @Override
    public UUID identify(UUID fresh) throws IOException {
        return depot.identify(fresh);
    }

    @Override
    public void prove() throws IOException {
        known().prove();
    }

    @Override
    public String where() {
        return depot.where();
    }

    @Override
    public void close() {
        depot.close();
    }
}
