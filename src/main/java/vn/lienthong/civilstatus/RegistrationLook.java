package vn.lienthong.civilstatus;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.civilstatus.wire.Call;
import vn.lienthong.civilstatus.wire.CivilStatusLine;
import vn.lienthong.civilstatus.wire.Contract;
import vn.lienthong.civilstatus.wire.Reading;
import vn.lienthong.civilstatus.wire.Said;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;

/** Reads back what became of registrations, a few in each call; nodes share them, none is read by two at a time. */
@Component
class RegistrationLook {
    private static final int MOST_CALLS = 100;
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(RegistrationLook.class);

    private final RegistrationRepository rows;
    private final ReadingStore store;
    private final CivilStatusLine line;
    private final Contract contract;
    private final Partners partners;
    private final GatewayClock clock;
    private final AtomicBoolean troubled = new AtomicBoolean();

    RegistrationLook(
            RegistrationRepository rows,
            ReadingStore store,
            CivilStatusLine line,
            Contract contract,
            Partners partners,
            GatewayClock clock) {
        this.rows = rows;
        this.store = store;
        this.line = line;
        this.contract = contract;
        this.partners = partners;
        this.clock = clock;
    }

    /** One look at all whose time has come. After trouble the rest waits for the next look. */
    void look() {
        Partner partner = partners.get(CivilStatusLine.PARTNER);
        Duration longest = partner.connectTimeout().plus(partner.readTimeout());
        for (int call = 0; call < MOST_CALLS; call++) {
            List<Registration> claimed = rows.claim(
                    clock.now(),
                    contract.ask().most(),
                    Ids.next(),
                    longest.multipliedBy(contract.ask().most() + 3L).plus(MARGIN));
            if (claimed.isEmpty() || !read(claimed, longest)) {
                return;
            }
        }
    }

    private boolean read(List<Registration> claimed, Duration longest) {
        Said said = line.read(
                new Call(null, () -> longest, () -> true, evidence -> {}),
                claimed.getFirst().module(),
                claimed.getFirst().province(),
                claimed.stream().map(Registration::dossierNumber).toList());
        if (said instanceof Said.Read read && read.unknown() && claimed.size() > 1) {
            return eachByItself(claimed, longest);
        }
        if (said instanceof Said.Read read) {
            claimed.forEach(one -> take(one, read.readings(), read.evidence()));
            tell(true, "");
            return true;
        }
        claimed.forEach(store::nothing);
        tell(
                false,
                said instanceof Said.Told told ? told.code() : said.getClass().getSimpleName());
        return false;
    }

    /** One that the platform does not hold may hide the others; after trouble the rest waits for the next look. */
    private boolean eachByItself(List<Registration> claimed, Duration longest) {
        boolean works = true;
        for (Registration one : claimed) {
            if (works) {
                works = read(List.of(one), longest);
            } else {
                store.nothing(one);
            }
        }
        return works;
    }

    private void take(Registration claimed, List<Reading> readings, UUID evidence) {
        Optional<Reading> reading = readings.stream()
                .filter(one -> one.dossierNumber().equals(claimed.dossierNumber()))
                .findFirst();
        try {
            // not held yet, or no more: the delivery itself finds that out
            reading.ifPresentOrElse(one -> store.take(claimed, one, evidence), () -> store.nothing(claimed));
        } catch (RuntimeException trouble) {
            LOG.warn("A reading of {} was not taken, it is read again", claimed.dossierNumber(), trouble);
            store.nothing(claimed);
        }
    }

    /** Once when it begins and once when it ends, not at every look. */
    private void tell(boolean works, String why) {
        if (!works && troubled.compareAndSet(false, true)) {
            LOG.warn(
                    "Chưa đọc lại được nền tảng hộ tịch, lần sau đọc tiếp / the civil-status platform was not read, it goes"
                            + " on next time: {}",
                    why);
        } else if (works && troubled.compareAndSet(true, false)) {
            LOG.info("Lại đọc được nền tảng hộ tịch / the civil-status platform is read again");
        }
    }
}
