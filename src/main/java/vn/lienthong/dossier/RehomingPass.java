package vn.lienthong.dossier;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Succession;
import vn.lienthong.catalogue.Succession.Kind;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * Lets the open dossiers of agencies that ended go to those that took over: a batch and the place to go on from are one
 * transaction, one node at a time. What is told of a dossier afterwards takes it along by itself; passes come again for what was
 * told by a node that did not know yet.
 */
@Component
class RehomingPass {
    private static final Logger LOG = LoggerFactory.getLogger(RehomingPass.class);
    private static final int BATCH = 200;
    private static final Duration SOON = Duration.ofMinutes(15);
    private static final Duration DAILY = Duration.ofHours(24);

    private final Agencies agencies;
    private final DossierRepository dossiers;
    private final DossierRegister register;
    private final RehomingRepository pass;
    private final WorkItems workItems;
    private final TransactionTemplate transaction;
    private final GatewayClock clock;

    RehomingPass(
            Agencies agencies,
            DossierRepository dossiers,
            DossierRegister register,
            RehomingRepository pass,
            WorkItems workItems,
            TransactionTemplate transaction,
            GatewayClock clock) {
        this.agencies = agencies;
        this.dossiers = dossiers;
        this.register = register;
        this.pass = pass;
        this.workItems = workItems;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        try {
            List<Succession> ended = agencies.successions().holding(Kind.AGENCY, clock.today());
            if (!ended.isEmpty()) {
                goThrough(ended);
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "Chưa chuyển được hồ sơ sang cơ quan kế thừa / dossiers stay where they are: {}",
                    away.getMessage());
        }
    }

    private void goThrough(List<Succession> ended) {
        List<String> codes = ended.stream().map(Succession::from).toList();
        String known = String.join(
                " ",
                ended.stream().map(one -> one.from() + ">" + one.candidates()).toList());
        Duration again = ended.stream().anyMatch(this::fresh) ? SOON : DAILY;
        boolean more = true;
        while (more) {
            try {
                more = Boolean.TRUE.equals(transaction.execute(status -> batch(codes, known, again, register::goHome)));
            } catch (DataAccessException | TransactionException away) {
                throw away;
            } catch (RuntimeException defect) {
                LOG.error("Lỗi khi chuyển một lô hồ sơ, làm từng hồ sơ / a batch fails, one by one", defect);
                more = Boolean.TRUE.equals(transaction.execute(status -> batch(codes, known, again, this::oneByOne)));
            }
        }
    }

    /** Whether it came so recently that a node may not have known. */
    private boolean fresh(Succession one) {
        LocalDate today = clock.today();
        return one.holdsFrom().isAfter(today.minusDays(2));
    }

    private boolean batch(List<String> codes, String known, Duration again, Mover mover) {
        Optional<String> after = pass.take(known, again);
        if (after.isEmpty()) {
            return false;
        }
        List<String> numbers = dossiers.openOf(codes, after.get(), BATCH);
        mover.goHome(numbers);
        if (numbers.size() < BATCH) {
            pass.finish(known);
            return false;
        }
        pass.goOn(known, numbers.getLast());
        return true;
    }

    /** Each in a transaction of its own, so that one that cannot go holds up no other. */
    private void oneByOne(Collection<String> numbers) {
        TransactionTemplate own = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        for (String number : numbers) {
            try {
                own.executeWithoutResult(status -> register.goHome(List.of(number)));
            } catch (DataAccessException | TransactionException away) {
                throw away;
            } catch (RuntimeException defect) {
                LOG.error("Không chuyển được hồ sơ {} / the dossier cannot go", number, defect);
                dossiers.find(number).ifPresent(stays -> workItems.open(List.of(failed(stays))));
            }
        }
    }

    private static NewWorkItem failed(DossierRecord stays) {
        return new NewWorkItem(
                "DOSSIER-REHOME-FAILED",
                stays.number(),
                stays.intakeAgency(),
                null,
                null,
                new Bilingual(
                        "Lỗi phần mềm khi chuyển hồ sơ sang cơ quan kế thừa; hồ sơ giữ nguyên. Báo đơn vị vận hành.",
                        "A defect while the dossier was to go to the agency that took over; it stays as it is. Tell the"
                                + " operators."));
    }

    /** Moves these dossiers. */
    private interface Mover {
        void goHome(Collection<String> numbers);
    }
}
