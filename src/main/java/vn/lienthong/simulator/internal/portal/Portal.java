package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/** The National Public Service Portal's twin: {@code /portal/mapi/login} and {@code /portal/mapi/g}. */
public final class Portal implements Platform, Closeable {
    private final BehaviourKnob behaviour;
    private final CatalogueKnob catalogue;
    private final Sessions sessions;
    private final DossierBook book;
    private final PortalDesk desk;
    private final Services services;

    /** Opens the portal on its directory, with everything it had accepted before. */
    public Portal(Path directory, Ledger ledger, Clock clock, Duration sessionLife) {
        behaviour = new BehaviourKnob(ledger);
        catalogue = new CatalogueKnob(ledger);
        sessions = new Sessions(ledger, clock, () -> {
            int seconds = behaviour.now().sessionSeconds();
            return seconds > 0 ? seconds * 1000L : sessionLife.toMillis();
        });
        book = new DossierBook(directory, clock);
        desk = new PortalDesk(book, behaviour, catalogue);
        services = new Services(book, behaviour, ProcedureLists.load(catalogue));
    }

    /** The small state it keeps in the ledger. */
    public List<Ledger.Memory> memories() {
        return List.of(behaviour, catalogue, sessions);
    }

    /** How many dossiers it holds. */
    public int dossiers() {
        return book.size();
    }

    @Override
    public String id() {
        return "portal";
    }

    @Override
    public Visit visit(Call call) {
        String path = String.join("/", call.path());
        boolean login = path.equals("portal/mapi/login");
        if (!login && !path.equals("portal/mapi/g")) {
            return Visit.futile(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        }
        if (!call.method().equals("POST")) {
            return Visit.futile(Reply.refusal(405, "Chỉ nhận POST.", "POST only."));
        }
        return login
                ? new LoginVisit(call, sessions, behaviour)
                : new ServiceVisit(call, sessions, services, behaviour);
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        return desk.answer(call, rest);
    }

    @Override
    public void describe(ObjectNode stats) {
        stats.put("dossiers", book.size());
        book.figures().describe(stats);
    }

    @Override
    public void empty() {
        book.empty();
    }

    @Override
    public void close() {
        book.close();
    }
}
