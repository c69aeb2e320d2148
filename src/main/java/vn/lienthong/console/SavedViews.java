package vn.lienthong.console;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Act;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/** Lists kept under a name: everybody's own, and those that a lead shows to all. What all see is written into the audit. */
@Component
class SavedViews {
    private static final int MOST = 50;
    private static final int LONGEST = 60;

    private final SavedViewRepository rows;
    private final Rights rights;
    private final Audit audit;

    SavedViews(SavedViewRepository rows, Rights rights, Audit audit) {
        this.rows = rows;
        this.rights = rights;
        this.audit = audit;
    }

    List<SavedView> seenBy(Caller caller, @Nullable String page) {
        return rows.seenBy(caller.name(), page);
    }

    Optional<SavedView> start(Caller caller) {
        return rows.start(caller.name());
    }

    @Transactional
    void save(Caller caller, String name, SavedQuery query, boolean shared, boolean start) {
        String called = name(name);
        if (shared) {
            rights.requireAct(caller, Act.SHARE_VIEW);
        }
        if (rows.count(caller.name(), shared) >= MOST) {
            throw new ProblemException(Problem.of(
                    422,
                    "VIEW-MANY",
                    "Đã có " + MOST + " chế độ xem. Hãy xoá bớt trước.",
                    "There are " + MOST + " views already. Remove some first."));
        }
        UUID id = Ids.next();
        try {
            rows.add(id, caller.name(), shared, called, query);
        } catch (DuplicateKeyException taken) {
            throw taken(called, taken);
        }
        if (start) {
            rows.setStart(caller.name(), id);
        }
        note(shared, caller, "view.share", id, called);
    }

    @Transactional
    void rename(Caller caller, UUID id, String name) {
        SavedView view = changeable(caller, id);
        String called = name(name);
        try {
            rows.rename(id, called);
        } catch (DuplicateKeyException taken) {
            throw taken(called, taken);
        }
        note(view.shared(), caller, "view.rename", id, view.name() + " → " + called);
    }

    @Transactional
    void remove(Caller caller, UUID id) {
        SavedView view = changeable(caller, id);
        rows.remove(id);
        note(view.shared(), caller, "view.remove", id, view.name());
    }

    /** Lets this person begin with a view, or with the usual page again (null). */
    @Transactional
    void begin(Caller caller, @Nullable UUID id) {
        rows.setStart(caller.name(), id == null ? null : find(caller, id).id());
    }

    private SavedView changeable(Caller caller, UUID id) {
        SavedView view = find(caller, id);
        if (view.shared()) {
            rights.requireAct(caller, Act.SHARE_VIEW);
        }
        return view;
    }

    private SavedView find(Caller caller, UUID id) {
        return rows.find(id, caller.name())
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "VIEW-NOT-FOUND", "Không có chế độ xem này.", "There is no such saved view.")));
    }

    private void note(boolean shared, Caller caller, String act, UUID id, String words) {
        if (shared) {
            audit.record(caller, act, "view:" + id, words, Audit.Outcome.DONE);
        }
    }

    private static String name(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        if (name.isEmpty() || name.length() > LONGEST || !name.matches(QueryText.WRITABLE)) {
            throw new ProblemException(Problem.of(
                    422,
                    "VIEW-NAME",
                    "Hãy đặt tên từ 1 đến " + LONGEST + " ký tự.",
                    "Give a name of 1 to " + LONGEST + " characters."));
        }
        if (SavedQuery.isPersonal(name)) {
            throw SavedQuery.personal();
        }
        return name;
    }

    private static ProblemException taken(String name, DuplicateKeyException cause) {
        ProblemException taken = new ProblemException(Problem.of(
                409,
                "VIEW-NAME-TAKEN",
                "Trang này đã có chế độ xem tên «" + name + "».",
                "This page already has a view named “" + name + "”."));
        taken.addSuppressed(cause);
        return taken;
    }
}
