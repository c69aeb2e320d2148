package vn.lienthong.delivery.tally;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.Backlog;
import vn.lienthong.delivery.BacklogGroup;

/**
 * The counts behind the charts. One node at a time counts, slot by slot, each slot as a whole and in one transaction: a crash
 * leaves the slot for the next count, and two nodes come to the same figures. Readers look at the counts alone.
 */
@Component
public class Tally {
    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

    private final TallyRepository rows;
    private final Backlog backlog;
    private final TransactionTemplate transaction;

    Tally(TallyRepository rows, Backlog backlog, TransactionTemplate transaction) {
        this.rows = rows;
        this.backlog = backlog;
        this.transaction = transaction;
    }

    /** Counts what is new; after a long stop or on an old database it goes on from where counts end. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void count() {
        while (Boolean.TRUE.equals(transaction.execute(status -> rows.locked() && rows.countNext()))) {
            LOG.debug("More hours wait to be counted");
        }
        rows.noteStock(stock(backlog.now().groups()));
    }

    /** The last so many hours, of one partner or of all (null). */
    public TallyReport report(int hours, @Nullable String partner) {
        return rows.report(hours, partner);
    }

    /** How many were confirmed in each of the last 24 hours, oldest first, by partner; partners without any are left out. */
    public Map<String, List<Long>> lastDay() {
        return rows.lastDay();
    }

    private static Map<String, Stock> stock(List<BacklogGroup> groups) {
        return groups.stream()
                .collect(Collectors.toMap(
                        BacklogGroup::partner,
                        group -> group.needsPerson()
                                ? new Stock(0, group.number(), java.time.Duration.ZERO)
                                : new Stock(group.number(), 0, group.oldest()),
                        (one, other) -> new Stock(
                                one.waiting() + other.waiting(),
                                one.person() + other.person(),
                                one.oldest().compareTo(other.oldest()) > 0 ? one.oldest() : other.oldest())));
    }
}
