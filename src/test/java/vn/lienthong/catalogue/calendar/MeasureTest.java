package vn.lienthong.catalogue.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.catalogue.calendar.Moments.WARD;
import static vn.lienthong.catalogue.calendar.Moments.at;
import static vn.lienthong.catalogue.calendar.Moments.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.catalogue.calendar.Pause.Kind;
import vn.lienthong.catalogue.calendar.Term.Unit;

/** The same dossier under different rules. */
class MeasureTest {
    private static final Duration SOON = Duration.ofHours(4);
    private static final Term THREE_DAYS = Term.of(3, Unit.WORKING_DAY);
    private static final String RECEIVED = "2026-11-16T09:00";
    private static final String APPOINTMENT = "2026-11-19T17:00";

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T10:00,EARLY",
        "2026-11-19T09:00,ON_TIME",
        "2026-11-19T17:00,ON_TIME",
        "2026-11-19T17:01,LATE"
    })
    void judgesByTheEndOfWork_notByTheReturn(String processed, Standing standing) {
        Running dossier = new Running(
                at(RECEIVED), THREE_DAYS, at(APPOINTMENT), List.of(), at(processed), at("2026-11-27T09:00"), null);

        for (Measure measure : Measure.values()) {
            assertThat(measure.standing(dossier, WARD, at("2026-11-30T09:00"), SOON))
                    .isEqualTo(standing);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-17T09:00,RUNNING",
        "2026-11-19T14:00,DUE_SOON",
        "2026-11-19T17:00,DUE_SOON",
        "2026-11-19T17:01,OVERDUE"
    })
    void warnsBeforeTheEnd(String now, Standing standing) {
        assertThat(Measure.DECREE.standing(open(), WARD, at(now), SOON)).isEqualTo(standing);
    }

    @Test
    void beginsAnewAfterASupplement_byTheDecrees() {
        Running waiting = open(pause(Kind.SUPPLEMENT, "2026-11-17T10:00", null));
        Running complete = open(pause(Kind.SUPPLEMENT, "2026-11-17T10:00", "2026-11-20T10:00"));

        assertThat(Measure.DECREE.due(waiting, WARD)).isEmpty();
        assertThat(Measure.DECREE.standing(waiting, WARD, at("2026-12-20T09:00"), SOON))
                .isEqualTo(Standing.RUNNING);
        assertThat(due(Measure.DECREE, complete)).isEqualTo("2026-11-26T17:00");
    }

    @Test
    void takesTheSupplementOff_byTheIndex() {
        Running complete = open(pause(Kind.SUPPLEMENT, "2026-11-17T10:00", "2026-11-20T10:00"));
        Running twice = open(
                pause(Kind.SUPPLEMENT, "2026-11-17T10:00", "2026-11-17T11:00"),
                pause(Kind.SUPPLEMENT, "2026-11-18T10:00", "2026-11-18T11:00"));
        Running waiting = open(pause(Kind.SUPPLEMENT, "2026-11-19T17:30", null));

        assertThat(due(Measure.INDEX_766, complete)).isEqualTo("2026-11-22T17:00");
        assertThat(Measure.INDEX_766.standing(twice, WARD, at("2026-11-18T12:00"), SOON))
                .isEqualTo(Standing.OVERDUE);
        assertThat(Measure.INDEX_766.standing(waiting, WARD, at("2026-12-01T12:00"), SOON))
                .isEqualTo(Standing.LATE);
        assertThat(Measure.DECREE.standing(twice, WARD, at("2026-11-18T12:00"), SOON))
                .isEqualTo(Standing.RUNNING);
    }

    @Test
    void measuresByTheTerm_whereNoAppointmentWasTold() {
        Running none = new Running(at(RECEIVED), THREE_DAYS, null, List.of(), null, null, null);

        assertThat(due(Measure.INDEX_766, none)).isEqualTo(APPOINTMENT);
    }

    @Test
    void doesNotCountWhatRelativesTake_fiveWorkingDaysAtMost() {
        Running quick = open(pause(Kind.RELATIVES, "2026-11-16T13:00", "2026-11-16T17:00"));
        Running slow = open(pause(Kind.RELATIVES, "2026-11-16T13:00", "2026-12-16T17:00"));

        assertThat(due(Measure.DEATH_FLOW, quick)).isEqualTo("2026-11-20T12:00");
        assertThat(due(Measure.DEATH_FLOW, slow)).isEqualTo("2026-11-27T17:00");
        assertThat(due(Measure.DECREE, slow)).isEqualTo(APPOINTMENT);
        assertThat(Measure.DEATH_FLOW.due(open(pause(Kind.RELATIVES, "2026-11-16T13:00", null)), WARD))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FINANCIAL_OBLIGATION", "OTHER_AGENCY"})
    void stopsNoClock_whereNoLawOfTheSectorSaysSo(Kind kind) {
        Running dossier = open(pause(kind, "2026-11-17T09:00", "2026-11-27T09:00"));

        for (Measure measure : Measure.values()) {
            assertThat(due(measure, dossier)).isEqualTo(APPOINTMENT);
        }
    }

    @Test
    void takesTheReturn_thenTheStop_whereNoEndOfWorkWasTold() {
        Instant returned = at("2026-11-18T09:00");
        Instant stopped = at("2026-11-20T09:00");

        assertThat(new Running(at(RECEIVED), THREE_DAYS, null, List.of(), null, returned, stopped).ended())
                .isEqualTo(returned);
        assertThat(new Running(at(RECEIVED), THREE_DAYS, null, List.of(), null, null, stopped).ended())
                .isEqualTo(stopped);
    }

    private static String due(Measure measure, Running dossier) {
        return local(measure.due(dossier, WARD).orElseThrow());
    }

    private static Running open(Pause... pauses) {
        return new Running(at(RECEIVED), THREE_DAYS, at(APPOINTMENT), List.of(pauses), null, null, null);
    }

    private static Pause pause(Kind kind, String from, String to) {
        return new Pause(kind, at(from), to == null ? null : at(to));
    }
}
