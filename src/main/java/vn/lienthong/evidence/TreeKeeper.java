package vn.lienthong.evidence;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.evidence.TreeRepository.State;
import vn.lienthong.evidence.TreeRepository.Unplaced;
import vn.lienthong.evidence.tree.TreeHash;

/**
 * Lets the tree grow by the messages that were committed. One node at a time gives places, without gaps, and never passes
 * the oldest open transaction, so that nothing can ever come to stand before a leaf that has its place.
 */
@Component
class TreeKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(TreeKeeper.class);
    private static final int MOST = 4000;

    private final TreeRepository rows;
    private final TransactionTemplate transaction;

    TreeKeeper(TreeRepository rows, TransactionTemplate transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    /** Gives every settled message its place, a few thousand to a transaction; safe to die in at any point. */
    void grow() {
        while (Boolean.TRUE.equals(transaction.execute(status -> step()))) {
            // there is more
        }
    }

    private boolean step() {
        if (!rows.lock()) {
            return false;
        }
        State state = rows.state();
        if (rows.recount(state)) {
            LOG.warn(
                    "Cơ sở dữ liệu đã được chuyển sang máy chủ khác; cây bằng chứng tiếp tục từ lá {} / the database was"
                            + " moved to another server; the tree of evidence goes on from leaf {}",
                    state.size(),
                    state.size());
            return false;
        }
        List<Unplaced> fresh = rows.unplaced(state, rows.oldestOpen(), MOST);
        if (fresh.isEmpty()) {
            return false;
        }
        List<byte[]> hashes =
                fresh.stream().map(one -> TreeHash.leaf(one.leaf().text())).toList();
        List<UUID> messages = fresh.stream().map(one -> one.leaf().id()).toList();
        rows.write(rows.tree().append(state.size(), hashes));
        rows.place(state.size(), messages);
        rows.pass(state.size() + fresh.size(), fresh.getLast().xid(), messages.getLast());
        return fresh.size() == MOST;
    }
}
