package vn.lienthong.delivery.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.delivery.HandAct;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Orders to do the same to many deliveries: given, looked at, stopped. Who gave or stopped one is audited with it. */
@Component
public class BulkActions {
    private final BulkRepository rows;
    private final Rights rights;
    private final Audit audit;
    private final ObjectMapper json;

    BulkActions(BulkRepository rows, Rights rights, Audit audit, ObjectMapper json) {
        this.rows = rows;
        this.rights = rights;
        this.audit = audit;
        this.json = json;
    }

    /** How many deliveries an order would be for now. */
    public int count(HandAct act, BulkFilter filter, Caller caller) {
        rights.requireAct(caller, act.forMany());
        return rows.count(act, filter);
    }

    /** The deliveries that an order given now would begin with. */
    public List<Long> first(HandAct act, BulkFilter filter, Caller caller, int most) {
        rights.requireAct(caller, act.forMany());
        return rows.oldest(act, filter, most);
    }

    /** Gives an order: the deliveries that match now are the ones it is for, whatever comes later. */
    @Transactional
    public BulkAction order(HandAct act, BulkFilter filter, Caller caller, String reason, @Nullable String evidence) {
        rights.requireAct(caller, act.forMany());
        UUID id = Ids.next();
        rows.insert(id, act, text(filter), reason, evidence, caller.name());
        int count = rows.freeze(id, act, filter);
        rows.setCount(id, count);
        audit.record(
                caller,
                "bulk." + act.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "bulk:" + id,
                reason + " " + text(filter) + " (" + count + ")",
                Audit.Outcome.DONE);
        rows.endIfThrough(id);
        return find(id).orElseThrow();
    }

    /** Stops an order; what it has done stays done. Refuses with 409 one that has ended. */
    @Transactional
    public BulkAction stop(UUID id, Caller caller, String reason) {
        BulkAction action = find(id).orElseThrow(BulkActions::unknown);
        rights.requireAct(caller, action.act().forMany());
        if (!rows.stop(id, caller.name())) {
            throw new ProblemException(Problem.of(
                    409, "BULK-ENDED", "Lệnh hàng loạt này đã kết thúc.", "This bulk action has ended already."));
        }
        audit.record(caller, "bulk.stop", "bulk:" + id, reason, Audit.Outcome.DONE);
        return find(id).orElseThrow();
    }

    /** One order as it stands. */
    public Optional<BulkAction> find(UUID id) {
        return rows.find(id);
    }

    /** The latest orders, newest first. */
    public List<BulkAction> latest(int most) {
        return rows.latest(most);
    }

    /** What became of the deliveries of an order, oldest delivery first, after the one named; refuses with 404 an unknown order. */
    public List<BulkAction.Item> items(UUID id, BulkAction.@Nullable Outcome outcome, long after, int most) {
        if (find(id).isEmpty()) {
            throw unknown();
        }
        return rows.items(id, outcome, after, most);
    }

    /** The conditions of an order, by name. */
    public Map<String, String> conditions(BulkAction action) {
        try {
            return json.readValue(action.filter(), new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The filter of bulk action " + action.id() + " does not read", broken);
        }
    }

    private String text(BulkFilter filter) {
        try {
            return json.writeValueAsString(filter.values());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of texts does not write as JSON", impossible);
        }
    }

    static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "BULK-NOT-FOUND", "Không có lệnh hàng loạt này.", "There is no such bulk action."));
    }
}
