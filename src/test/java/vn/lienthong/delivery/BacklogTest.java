package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.TestPartners;

class BacklogTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of("portal.batch=50"));
    private static final DeliveryFilter ALL = new DeliveryFilter(null, null, null, null, null, 0);

    private final Backlog backlog = new Backlog(new BacklogRepository(new JdbcTemplate(WORLD.pool)), WORLD.clock);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
    }

    @Test
    void countsWhatIsUnfinished_byCause() {
        WORLD.state("H15.24133-261122-0001", 1);
        WORLD.state("H15.24133-261122-0002", 1);
        WORLD.send(DeliveryWorld.STATE, new DeliveryOutcome.Undecidable(Reason.REPLY_UNKNOWN, "mã 77", false));
        WORLD.state("H15.24133-261122-0003", 1);

        List<BacklogGroup> groups = backlog.groups(ALL);

        assertThat(groups.stream().mapToLong(BacklogGroup::number).sum()).isEqualTo(3);
        assertThat(groups).anySatisfy(group -> {
            assertThat(group.state()).isEqualTo(DeliveryState.PARKED);
            assertThat(group.reason()).isEqualTo("REPLY-UNKNOWN");
            assertThat(group.needsPerson()).isTrue();
        });
        assertThat(backlog.groups(new DeliveryFilter("portal", DeliveryState.READY, null, null, null, 0)))
                .allSatisfy(group -> assertThat(group.needsPerson()).isFalse());
        assertThat(backlog.groups(new DeliveryFilter(null, null, null, "H99", null, null, null, null, 0)))
                .isEmpty();
    }

    @Test
    void servesManyWithOneCount_theLongerTheLongerItTook() {
        AtomicLong nanos = new AtomicLong();
        GatewayClock slow = new GatewayClock() {
            @Override
            public Instant now() {
                return WORLD.clock.now();
            }

            @Override
            public Duration offset() {
                return Duration.ZERO;
            }

            @Override
            public long monotonicNanos() {
                return nanos.getAndAdd(1000);
            }
        };
        Backlog counted = new Backlog(new BacklogRepository(new JdbcTemplate(WORLD.pool)), slow);
        Backlog.Count first = counted.now();

        assertThat(first.groups()).isEmpty();
        assertThat(counted.now()).isSameAs(first);
        nanos.addAndGet(20_000);
        assertThat(counted.now()).isNotSameAs(first);
    }

    @Test
    void letsNobodyWait_forACountThatTakesLong() {
        AtomicLong nanos = new AtomicLong();
        AtomicLong each = new AtomicLong(Duration.ofMillis(100).toNanos());
        GatewayClock slow = new GatewayClock() {
            @Override
            public Instant now() {
                return WORLD.clock.now();
            }

            @Override
            public Duration offset() {
                return Duration.ZERO;
            }

            @Override
            public long monotonicNanos() {
                return nanos.getAndAdd(each.get());
            }
        };
        Backlog counted = new Backlog(new BacklogRepository(new JdbcTemplate(WORLD.pool)), slow);
        Backlog.Count first = counted.now();
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());

        assertThat(counted.now()).isSameAs(first);
        counted.refresh();
        Backlog.Count second = counted.now();
        assertThat(second).isNotSameAs(first);
        counted.refresh();
        assertThat(counted.now()).as("rests after a count").isSameAs(second);
        nanos.addAndGet(Duration.ofMinutes(3).toNanos());
        assertThat(counted.now()).as("too old to show").isNotSameAs(second);
    }
}
