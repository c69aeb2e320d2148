package vn.lienthong.post.tracking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.unit.DataSize;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Scopes;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.evidence.TestEvidence;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.WorkItem;

/** Tracking on a real database, with real dossiers behind it. */
public final class TrackingWorld implements AutoCloseable {
    static final Caller POST =
            new Caller("vnpost", "Bưu điện", null, Set.of(Scopes.POST_TRACKING), null, Caller.Kind.CLIENT);

    public final DossierWorld dossiers;
    public final Parcels parcels;
    public final TrackingDesk desk;
    final ParcelRepository rows;
    final TrackingEventRepository events;
    final Evidence evidence;

    /** A node at this database. */
    public TrackingWorld(TestDatabase database) {
        dossiers = new DossierWorld(database);
        rows = new ParcelRepository(dossiers.jdbc);
        events = new TrackingEventRepository(dossiers.jdbc, dossiers.seal);
        parcels = new Parcels(rows, dossiers.deliveries);
        evidence = TestEvidence.in(dossiers.jdbc, dossiers.seal);
        TrackingProperties settings = new TrackingProperties(2, 5000, DataSize.ofMegabytes(4));
        desk = new TrackingDesk(
                rows,
                events,
                new Consequences(dossiers.register, evidence, dossiers.workItems, settings),
                dossiers.transaction);
    }

    /** A parcel with the result of a dossier that the ward has finished. */
    String parcel(String dossier) {
        tell(dossier, 1, DossierStatus.PROCESSED);
        return expected(dossier);
    }

    /** A parcel of a dossier that may not exist. */
    String expected(String dossier) {
        String number = "EB" + dossier.substring(dossier.length() - 5) + "VN";
        parcels.expect(number, dossier, ParcelDirection.RESULT, MadeUp.WARD, null);
        return number;
    }

    void tell(String dossier, long revision, DossierStatus status) {
        dossiers.transaction.execute(done -> dossiers.register.apply(
                List.of(Tellings.state(dossier, revision, Tellings.content(status))), Map.of()));
    }

    /** An event of a parcel at this minute after noon of the day before. */
    static ParcelEvent event(String id, String parcel, ParcelState state, int minute) {
        return new ParcelEvent(id, parcel, state, at(minute), null, null, 0, 2);
    }

    static Instant at(int minute) {
        return java.time.OffsetDateTime.parse(MadeUp.at(12, minute)).toInstant();
    }

    /** What becomes of events that a caller tells. */
    List<Taken> push(ParcelEvent... told) {
        return desk.take(received(POST.clientId(), false, told), () -> {});
    }

    /** A parcel is told to be back. */
    public void comesBack(String parcel) {
        push(event("back" + parcel, parcel, ParcelState.RETURNED, 1));
    }

    Received received(String source, boolean keepStrangers, ParcelEvent... told) {
        Message message = new Message(
                Ids.next(), Message.Direction.IN, "rest", source, null, null, "{}".getBytes(StandardCharsets.UTF_8));
        return new Received(source, POST, message, keepStrangers, new ArrayList<>(Arrays.asList(told)));
    }

    Parcel at(String parcel) {
        return dossiers.transaction.execute(status -> rows.lock(List.of(parcel)).get(parcel));
    }

    DossierRecord dossier(String number) {
        return dossiers.register.find(number).orElseThrow();
    }

    List<String> workItems(String dossier) {
        return dossiers.workItems(dossier).stream().map(WorkItem::code).sorted().toList();
    }

    static List<String> words(List<Taken> taken) {
        return taken.stream()
                .map(one -> one.code() == null ? one.outcome().name() : one.code())
                .toList();
    }

    @Override
    public void close() {
        dossiers.close();
    }
}
