package vn.lienthong.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.LimitedStamps;
import vn.lienthong.signing.ProofLife;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.signing.SampleStamps;
import vn.lienthong.signing.TestSigning;

/** Time-stamps over checkpoints are followed by others before their certificates end. */
class CheckpointRenewalTest {
    private static final Instant START = Instant.now();
    private static final RenewalProperties USUAL = TestSigning.renewal(Map.of());
    private static SampleStamps first;
    private static SampleStamps second;
    private static SampleStamps third;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final EvidenceWorld world = new EvidenceWorld(first.url());

    @BeforeAll
    static void start() {
        first = LimitedStamps.until(day(60));
        second = LimitedStamps.until(day(200));
        third = LimitedStamps.until(day(2000));
    }

    @AfterEach
    void repair() {
        List.of(first, second, third).forEach(stamps -> {
            stamps.fault("none");
            stamps.ahead(Duration.ZERO);
        });
    }

    @AfterAll
    static void stop() {
        List.of(first, second, third).forEach(SampleStamps::close);
    }

    @Test
    void renewsManyUnderOneStamp() {
        sealed();
        world.jdbc.update("insert into evidence_checkpoint (size, at, body, signature, stamped_at)"
                + " select n, at, body, signature, stamped_at from evidence_checkpoint, generate_series(2, 130) n");
        renew(second, 0);
        assertThat(renewals()).isEqualTo(2);
        assertThat(world.jdbc.queryForObject("select count(*) from evidence_renewed", Integer.class))
                .isEqualTo(130);
        renew(second, 0);
        assertThat(renewals()).isEqualTo(2);
    }

    @Test
    void leavesAloneWhatLasts_andWhatTheAuthorityCannotMakeLonger() {
        sealed();
        renew(first, 0);
        assertThat(renewals()).isZero();
        assertThat(due()).isOne();

        EvidenceWorld young = new EvidenceWorld(third.url());
        young.keep(1);
        young.round();
        young.renewal(third.url(), USUAL, metrics).look();
        assertThat(young.jdbc.queryForObject("select count(*) from evidence_renewal", Integer.class))
                .isZero();
    }

    @Test
    void asksTheSameAuthorityNotTooOften_whileItGainsNothing() {
        sealed();
        CheckpointRenewal renewal = world.renewal(first.url(), USUAL, metrics);
        renewal.look();
        first.fault("down");
        renewal.look();
        renewal.look();
        renewal.look();
        assertThat(renewal.watch().trouble()).as("nobody was asked").isEmpty();
    }

    @Test
    void doesNotRest_whenItGainedNothingForAnotherReason() {
        sealed();
        // as where another node is at the same checkpoint
        world.jdbc.execute("create function quicker() returns trigger language plpgsql as"
                + " $$ begin raise exception 'taken' using errcode = '23505'; end $$");
        world.jdbc.execute(
                "create trigger quicker before insert on evidence_renewed for each row execute function quicker()");
        CheckpointRenewal renewal = world.renewal(second.url(), USUAL, metrics);
        renewal.look();
        assertThat(due()).isOne();
        world.jdbc.execute("drop function quicker() cascade");
        renewal.look();
        assertThat(due()).isZero();
    }

    @Test
    void doesNotRest_whenALookHadNoTimeToTry() {
        sealed();
        HastyClock hasty = new HastyClock(world.clock);
        CheckpointRenewal renewal = world.renewal(second.url(), USUAL, metrics, hasty);
        hasty.step = Duration.ofMinutes(2);
        renewal.look();
        assertThat(renewals()).isZero();
        hasty.step = Duration.ofSeconds(20); // time for the stamps that are known by now, and no more
        renewal.look();
        hasty.step = Duration.ZERO;
        renewal.look();
        assertThat(renewals()).isOne();
    }

    @Test
    void raisesTheAlarm_whenItFailsAgainAndAgain_andEndsItByItself() {
        sealed();
        CheckpointRenewal renewal = world.renewal(second.url(), USUAL, metrics);
        second.fault("down");
        renewal.look();
        renewal.look();
        assertThat(new CheckpointRenewalHealth(renewal).health().getStatus().getCode())
                .isEqualTo("UP");
        renewal.look();
        assertThat(new CheckpointRenewalHealth(renewal).health().getStatus().getCode())
                .isEqualTo("DEGRADED");
        assertThat(due()).isOne();

        second.fault("none");
        renewal.look();
        assertThat(new CheckpointRenewalHealth(renewal).health().getStatus().getCode())
                .isEqualTo("UP");
        assertThat(due()).isZero();
    }

    @Test
    void countsWhatHasEnded() {
        sealed();
        CheckpointRenewal renewal = world.renewal(null, USUAL, metrics);
        world.clock.advance(Duration.ofDays(61));
        renewal.look();
        world.clock.reset();
        assertThat(renewal.watch().grave()).isTrue();
        assertThat(metrics.get("lienthong.renewal.overdue").gauge().value()).isOne();
    }

    @Test
    void renewsWhatStandsOnAnAlgorithmThatEnds() {
        EvidenceWorld rsa;
        try (SampleStamps sample = SampleStamps.start()) {
            rsa = new EvidenceWorld(sample.url());
            rsa.keep(1);
            rsa.round();
        }
        LocalDate soon = day(30).atOffset(ZoneOffset.UTC).toLocalDate();
        rsa.renewal(third.url(), TestSigning.renewal(Map.of("RSA2048", soon)), metrics)
                .look();
        assertThat(rsa.jdbc.queryForObject("select proof_algorithms::text from evidence_checkpoint", String.class))
                .contains("EC256", "SHA256")
                .doesNotContain("RSA");
    }

    @Test
    void isDoneOnce_whenTwoNodesAreAtIt() {
        sealed();
        CheckpointRenewalRepository rows = new CheckpointRenewalRepository(world.jdbc);
        assertThat(rows.claim(Duration.ofMinutes(1))).isTrue();
        renew(second, 0);
        assertThat(renewals()).as("another node is at it").isZero();
        rows.release();
        renew(second, 0);

        // a node that slept beyond its lease
        assertThatThrownBy(() -> world.transaction.executeWithoutResult(status -> rows.renewed(
                        new CheckpointRepository.Renewal(new byte[1], new byte[1]),
                        START,
                        List.of(new CheckpointRenewalRepository.Renewed(1, 1)),
                        new ProofLife(day(900), Set.of()))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(renewals()).isOne();
        assertThat(due()).isZero();
    }

    /** A clock on which so much passes from one look at it to the next. */
    private static final class HastyClock implements GatewayClock {
        private final GatewayClock machine;
        private Duration step = Duration.ZERO;
        private long passed;

        HastyClock(GatewayClock machine) {
            this.machine = machine;
        }

        @Override
        public Instant now() {
            return machine.now();
        }

        @Override
        public Duration offset() {
            return machine.offset();
        }

        @Override
        public long monotonicNanos() {
            passed += step.toNanos();
            return passed;
        }
    }

    private Message sealed() {
        Message message = world.kept("{\"status\":\"RETURNED\"}");
        world.round();
        return message;
    }

    /** One look, so many days from now. */
    private void renew(SampleStamps stamps, int days) {
        world.clock.advance(Duration.ofDays(days));
        stamps.ahead(Duration.ofDays(days));
        world.renewal(stamps.url(), USUAL, metrics).look();
        world.clock.reset();
        stamps.ahead(Duration.ZERO);
    }

    private int renewals() {
        return world.jdbc.queryForObject("select count(*) from evidence_renewal", Integer.class);
    }

    private long due() {
        return new CheckpointRenewalRepository(world.jdbc).counts(START, USUAL).due();
    }

    private static Instant day(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
