package vn.lienthong.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.GatewayClock;

/** Where a dossier stands, as told to anybody who has its number: nothing about persons, nothing of its content. */
@Component
class Progress {
    /** Numbers run on: the minute would tell who saw a neighbour at the counter which of the day's dossiers is theirs. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final DossierRegister register;
    private final Procedures procedures;
    private final Agencies agencies;
    private final GatewayClock clock;

    Progress(DossierRegister register, Procedures procedures, Agencies agencies, GatewayClock clock) {
        this.register = register;
        this.procedures = procedures;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** What may be told; empty for a number that is none, unknown, a test's, or of which no state was told yet. */
    Optional<Told> of(String typed) {
        return DossierNumber.parse(typed.strip().toUpperCase(Locale.ROOT))
                .flatMap(number -> register.find(number.value()).flatMap(record -> told(number, record)));
    }

    private Optional<Told> told(DossierNumber number, DossierRecord record) {
        DossierStatus status = record.status();
        if (record.test() || status == null) {
            return Optional.empty();
        }
        LocalDate day = number.received();
        Standing standing = Standing.of(status);
        boolean late = standing.waiting()
                && record.appointmentAt() != null
                && record.appointmentAt().isBefore(clock.now());
        return Optional.of(new Told(
                number.value(),
                Optional.ofNullable(record.procedureCode())
                        .flatMap(code -> procedures.find(code, day))
                        .map(Procedure::name)
                        .orElse(null),
                agencies.name(record.intakeAgency()),
                agencies.name(record.competentAgency()),
                standing,
                record.acceptedAt() == null ? null : written(DAY, record.acceptedAt()),
                record.appointmentAt() == null ? null : written(TIME, record.appointmentAt()),
                late,
                written(DAY, record.updatedAt())));
    }

    private static String written(DateTimeFormatter form, Instant at) {
        return form.format(at.atZone(GatewayClock.ZONE));
    }

    /** What the page shows; days as {@code dd/MM/yyyy}, the appointment with {@code HH:mm}. */
    record Told(
            String number,
            @Nullable String procedure,
            @Nullable String intakeAgency,
            @Nullable String competentAgency,
            Standing standing,
            @Nullable String acceptedAt,
            @Nullable String appointmentAt,
            boolean late,
            String updatedAt) {}
}
