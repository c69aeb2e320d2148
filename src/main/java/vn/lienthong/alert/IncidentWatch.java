package vn.lienthong.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.GatewayClock;

/**
 * Looks at all alarms, opens an incident for each cause, closes it when it is over, and decides what people are told:
 * one message for all that changed, and no more in an hour than a person can read.
 */
@Component
class IncidentWatch {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentWatch.class);

    private final List<AlarmSource> sources;
    private final IncidentRepository rows;
    private final TellingRepository messages;
    private final AlertProperties settings;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;
    private final String here = DoctorAlarms.host();

    IncidentWatch(
            List<AlarmSource> sources,
            IncidentRepository rows,
            TellingRepository messages,
            AlertProperties settings,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.sources = List.copyOf(sources);
        this.rows = rows;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Looks once. What one source cannot say is as good as seen: an incident does not end because nobody could look. */
    @Scheduled(fixedDelayString = "${lienthong.alerts.every:1m}", initialDelayString = "${lienthong.alerts.every:1m}")
    void look() {
        Map<String, Alarm> alarms = new LinkedHashMap<>();
        boolean all = true;
        for (AlarmSource source : sources) {
            try {
                source.now().forEach(alarm -> alarms.putIfAbsent(alarm.cause(), alarm));
            } catch (RuntimeException failure) {
                all = false;
                LOG.warn(
                        "Không xem được {} / could not be looked at",
                        source.getClass().getSimpleName(),
                        failure);
            }
        }
        boolean complete = all;
        transaction.executeWithoutResult(status -> {
            if (rows.takeTurn()) {
                note(List.copyOf(alarms.values()), complete);
            }
        });
    }

    private void note(List<Alarm> alarms, boolean complete) {
        rows.seen(alarms, here);
        if (complete) {
            rows.close(settings.quiet(), here);
        }
        Telling telling = telling();
        // what is untold stays so, and is told together when there is room again
        if (telling.isEmpty() || messages.inLastHour() >= settings.mostInAnHour()) {
            return;
        }
        messages.add(telling);
        rows.told(Stream.concat(telling.opened().stream(), telling.lasting().stream())
                .map(Incident::id)
                .toList());
        rows.endTold(telling.over().stream().map(Incident::id).toList());
        telling.opened()
                .forEach(
                        one -> LOG.error("Sự cố {}: {}", one.cause(), one.what().both()));
        telling.over().forEach(one -> LOG.warn("Hết sự cố / over: {}", one.cause()));
    }

    private Telling telling() {
        Instant now = clock.now();
        List<Incident> opened = new ArrayList<>();
        List<Incident> lasting = new ArrayList<>();
        for (Incident one : rows.lasting(settings.hold())) {
            Instant told = one.toldAt();
            if (told == null) {
                opened.add(one);
            } else if (!told.isAfter(now.minus(settings.remind()))) {
                lasting.add(one);
            }
        }
        return new Telling(now, opened, lasting, rows.ended(settings.hold()));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forget() {
        rows.forget(settings.keep());
        messages.forget(settings.keep());
    }
}
