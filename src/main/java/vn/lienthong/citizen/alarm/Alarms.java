package vn.lienthong.citizen.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Masking;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * Looks over the look-ups of the last hours for what an inspector would ask about, and shows each pattern to a person, once a
 * day. Nothing is closed by it: an officer with a queue at the counter has many good reasons in an hour.
 */
@Component
public class Alarms {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration NIGHT = Duration.ofHours(12);
    private static final int REMEMBERED_DAYS = 90;

    private final AlarmRepository rows;
    private final WorkItems workItems;
    private final TransactionTemplate transaction;
    private final AlarmProperties settings;
    private final GatewayClock clock;

    Alarms(
            AlarmRepository rows,
            WorkItems workItems,
            TransactionTemplate transaction,
            AlarmProperties settings,
            GatewayClock clock) {
        this.rows = rows;
        this.workItems = workItems;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks once. */
    @Scheduled(fixedDelay = 300_000, initialDelay = 60_000)
    public void look() {
        Instant now = clock.now();
        if (settings.personsByOfficer() > 0) {
            rows.personsByOfficer(now.minus(HOUR), settings.personsByOfficer())
                    .forEach(found -> raise(Kind.LOOKUP_MANY_PERSONS, found, now));
        }
        if (settings.officersByPerson() > 0) {
            rows.officersByPerson(now.minus(DAY), settings.officersByPerson())
                    .forEach(found -> raise(Kind.LOOKUP_ONE_PERSON, found, now));
        }
        if (settings.atNight() > 0) {
            rows.atNight(now.minus(NIGHT), settings.nightFrom(), settings.nightTo(), settings.atNight())
                    .forEach(found -> raise(Kind.LOOKUP_NIGHT, found, now));
        }
        rows.forgetBefore(clock.today().minusDays(REMEMBERED_DAYS));
    }

    private void raise(Kind kind, AlarmRepository.Pattern found, Instant now) {
        transaction.executeWithoutResult(status -> {
            if (rows.first(kind.name(), found.subject(), clock.today(), now)) {
                workItems.open(List.of(new NewWorkItem(
                        kind.name().replace('_', '-'),
                        found.dossierNumber(),
                        found.agency(),
                        null,
                        null,
                        kind.text(found))));
            }
        });
    }

    private enum Kind {
        LOOKUP_MANY_PERSONS(
                "Cán bộ %s tra cứu %d người khác nhau trong một giờ: đối chiếu với lượng hồ sơ tại quầy.",
                "The officer %s looked up %d different persons within an hour: compare with the dossiers at the counter."),
        LOOKUP_ONE_PERSON(
                "Một người (dấu %s) bị %d cán bộ khác nhau tra cứu trong một ngày: kiểm tra lý do từng lượt.",
                "One person (mark %s) was looked up by %d different officers within a day: check each reason."),
        LOOKUP_NIGHT(
                "Cán bộ %s có %d lượt tra cứu ngoài giờ, ban đêm: xác nhận với chính cán bộ, đề phòng lộ tài khoản.",
                "The officer %s looked up %d times at night: confirm with the officer, the account may have leaked.");

        private final String vi;
        private final String en;

        Kind(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        Bilingual text(AlarmRepository.Pattern found) {
            String who = this == LOOKUP_ONE_PERSON
                    ? found.subject().substring(0, 16)
                    : Masking.number(found.subject().substring(found.agency().length() + 1));
            return new Bilingual(vi.formatted(who, found.amount()), en.formatted(who, found.amount()));
        }
    }
}
