package vn.lienthong.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.dossier.DossierCommand.TellResult;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierCommand.TellStep;
import vn.lienthong.kernel.Problem;

/** Decides what one command does to a dossier that is locked, knowing all its events. Changes nothing itself. */
record Judge(Rights rights, Instant now) {

    /** What a command comes to. */
    sealed interface Verdict {
        /**
         * A new event. {@code findings}: odd in view of what was stored. {@code returnStands}: the dossier stays returned,
         * whatever status was told.
         */
        record Fresh(int version, List<Suspicion> findings, boolean returnStands) implements Verdict {
            Fresh(int version, List<Suspicion> findings) {
                this(version, findings, false);
            }
        }

        /** An event that was stored before. */
        record Repeat(EventHeader event) implements Verdict {}

        /** Not to be stored. */
        record No(Problem problem) implements Verdict {}
    }

    Verdict state(TellState told, byte[] hash, @Nullable DossierRecord record, List<EventHeader> events) {
        Optional<Problem> closed = rights.closedToWriting(told.caller());
        if (closed.isPresent()) {
            return new Verdict.No(closed.get());
        }
        boolean own = rights.maySee(told.caller(), agencies(told.content()));
        if (record == null) {
            return own ? new Verdict.Fresh(1, List.of()) : notYours();
        }
        if (!rights.maySee(told.caller(), record.agencies())) {
            return unknown();
        }
        if (!own) {
            return notYours();
        }
        Optional<EventHeader> repeat = repeat(told, hash, events);
        if (repeat.isPresent()) {
            return new Verdict.Repeat(repeat.get());
        }
        Long revision = told.revision();
        Long known = record.revision();
        if (revision != null && known != null && revision <= known) {
            return new Verdict.No(Problem.at(
                    409,
                    "DOSSIER-STALE",
                    "/revision",
                    "Đã có phiên bản " + known + "; phiên bản " + revision + " không mới hơn.",
                    "Revision " + known + " is stored already; revision " + revision + " is not above it."));
        }
        Integer madeFrom = told.madeFrom();
        if (madeFrom != null && madeFrom != record.version()) {
            return new Verdict.No(Problem.of(
                    409,
                    "DOSSIER-MOVED",
                    "Hồ sơ đã có phiên bản " + record.version() + "; bản sửa này làm từ phiên bản " + madeFrom + ".",
                    "The dossier has version " + record.version() + "; this correction was made from version "
                            + madeFrom + "."));
        }
        return moved(told, record, returnInForce(events));
    }

    Verdict step(TellStep told, byte[] hash, @Nullable DossierRecord record, List<EventHeader> events) {
        Optional<Problem> closed = rights.closedToWriting(told.caller());
        if (closed.isPresent()) {
            return new Verdict.No(closed.get());
        }
        if (record == null) {
            return told.intakeAgency() == null ? unknown() : firstStep(told);
        }
        if (!rights.maySee(told.caller(), record.agencies())) {
            return unknown();
        }
        Long sequence = told.step().sequence();
        Optional<EventHeader> repeat = events.stream()
                .filter(EventHeader::step)
                .filter(event -> sequence == null ? event.sameContent(hash) : sequence.equals(event.sequence()))
                .findFirst();
        if (repeat.isPresent()) {
            return new Verdict.Repeat(repeat.get());
        }
        Long last = record.lastSequence();
        if (sequence != null && last != null && sequence < last) {
            return new Verdict.No(Problem.at(
                    409,
                    "PROGRESS-STALE",
                    "/sequence",
                    "Đã có bước số " + last + "; bước số " + sequence + " đến sau và chưa từng có.",
                    "Step " + last + " is stored already; step " + sequence + " comes after it and was never told."));
        }
        return inTime(told, record);
    }

    /**
     * The hand-over that somebody else tells: a dossier that is returned already stays as it is, and one that is not processed
     * yet has no result that could have been handed over.
     */
    Verdict returned(@Nullable DossierRecord record, List<EventHeader> events) {
        DossierStatus from = record == null ? null : record.status();
        if (record == null || from == null) {
            return unknown();
        }
        if (from == DossierStatus.RETURNED) {
            return events.stream()
                    .filter(event -> event.id().equals(record.stateEvent()))
                    .<Verdict>map(Verdict.Repeat::new)
                    .findFirst()
                    .orElseGet(Judge::unknown);
        }
        return from == DossierStatus.PROCESSED
                ? new Verdict.Fresh(record.version() + 1, List.of())
                : impossible(from, DossierStatus.RETURNED);
    }

    Verdict result(TellResult told, byte[] hash, @Nullable DossierRecord record, List<EventHeader> events) {
        Optional<Problem> closed = rights.closedToWriting(told.caller());
        if (closed.isPresent()) {
            return new Verdict.No(closed.get());
        }
        if (record == null || !rights.maySee(told.caller(), record.agencies())) {
            return unknown();
        }
        Optional<EventHeader> repeat = events.stream()
                .filter(event -> event.kind() == EventKind.RESULT && event.sameContent(hash))
                .findFirst();
        if (repeat.isPresent()) {
            return new Verdict.Repeat(repeat.get());
        }
        if (record.stateEvent() == null) {
            return new Verdict.No(Problem.of(
                    409,
                    "RESULT-BEFORE-DOSSIER",
                    "Chưa nhận được hồ sơ này, mới có bước xử lý; hãy gửi hồ sơ rồi gửi kết quả.",
                    "Only steps of this dossier were told; send the dossier first, then its result."));
        }
        return new Verdict.Fresh(record.version() + 1, List.of());
    }

    /** Why a dossier does not go over to another agency; empty if it does. */
    static Optional<Problem> againstRehoming(Rehoming rehoming, @Nullable DossierRecord record) {
        if (record == null) {
            return Optional.of(unknownProblem());
        }
        if (!record.open()) {
            return Optional.of(Problem.of(
                    409,
                    "DOSSIER-FINISHED",
                    "Hồ sơ đã kết thúc, không chuyển cơ quan nữa.",
                    "The dossier is finished and goes to no other agency."));
        }
        return record.homesNow().contains(rehoming.from())
                ? Optional.empty()
                : Optional.of(Problem.of(
                        409,
                        "DOSSIER-NOT-THERE",
                        "Hồ sơ không (còn) ở cơ quan " + rehoming.from() + ".",
                        "The dossier is not, or not any more, with the agency " + rehoming.from() + "."));
    }

    /** What others know is kept for a dossier that was told; the gateway itself asks, so nobody's right is judged. */
    Verdict facts(byte[] hash, @Nullable DossierRecord record, List<EventHeader> events) {
        if (record == null || record.status() == null) {
            return unknown();
        }
        return events.stream()
                .filter(event -> event.kind() == EventKind.FACTS && event.sameContent(hash))
                .findFirst()
                .<Verdict>map(Verdict.Repeat::new)
                .orElseGet(() -> new Verdict.Fresh(record.version() + 1, List.of()));
    }

    private Verdict firstStep(TellStep told) {
        List<String> agencies =
                List.of(String.valueOf(told.intakeAgency()), told.number().agency());
        return rights.maySee(told.caller(), agencies)
                ? new Verdict.Fresh(
                        1,
                        List.of(Suspicion.of(
                                "DOSSIER-NEVER-TOLD",
                                "Có bước xử lý nhưng chưa nhận được hồ sơ; bước này chờ hồ sơ.",
                                "A step was told before its dossier; the step waits for it.")))
                : unknown();
    }

    /** Whether the dossier is returned because somebody else told so, and nobody took that back since. */
    private static boolean returnInForce(List<EventHeader> events) {
        boolean inForce = false;
        for (EventHeader event : events) {
            if (event.kind() == EventKind.RETURN) {
                inForce = true;
            } else if (event.kind() == EventKind.STATE && event.status() != DossierStatus.RETURNED) {
                inForce = false;
            }
        }
        return inForce;
    }

    private static Optional<EventHeader> repeat(TellState told, byte[] hash, List<EventHeader> events) {
        Long revision = told.revision();
        return events.stream()
                .filter(event -> event.kind() == EventKind.STATE && event.sameContent(hash))
                .filter(event -> revision != null
                        ? revision.equals(event.revision())
                        : told.declaredNew() || event.id().equals(lastTold(events)))
                .findFirst();
    }

    /** The last state of the source itself: what the gateway added since does not make a repeat of it new. */
    private static @Nullable UUID lastTold(List<EventHeader> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.STATE)
                .reduce((earlier, later) -> later)
                .map(EventHeader::id)
                .orElse(null);
    }

    private static Verdict moved(TellState told, DossierRecord record, boolean handedOver) {
        List<Suspicion> findings = new ArrayList<>();
        DossierStatus from = record.status();
        DossierStatus to = told.content().status();
        boolean contradicts = handedOver && from == DossierStatus.RETURNED && to != DossierStatus.RETURNED;
        // a person who looked at the dossier may say that the news was wrong; a system that knows nothing of it may not
        boolean undone = contradicts && told.caller().kind() == Caller.Kind.OPERATOR;
        boolean stands = contradicts && !undone;
        if (stands) {
            findings.add(
                    Suspicion.of(
                            "DOSSIER-RETURN-STANDS",
                            "Kết quả đã được phát tới người nhận theo báo của bên thứ ba (bưu điện); hệ thống một cửa lại gửi trạng"
                                    + " thái " + to
                                    + ". Hồ sơ giữ trạng thái đã trả; hãy cập nhật hệ thống một cửa hoặc đối chiếu.",
                            "The result was handed over, as somebody else (the post) told; the one-stop system tells "
                                    + to
                                    + " after it. The dossier stays returned; update the one-stop system or settle which is true."));
        } else if (from != null && !undone) {
            switch (StatusEdges.of(from, to)) {
                case IMPOSSIBLE -> {
                    return impossible(from, to);
                }
                case UNUSUAL -> findings.add(unusual(from, to));
                case USUAL -> {}
            }
        }
        if (record.acceptedAt() != null
                && told.content().acceptedAt() != null
                && told.content().acceptedAt().toInstant().isBefore(record.acceptedAt())) {
            findings.add(Suspicion.of(
                    "DOSSIER-BACKDATED",
                    "Thời điểm tiếp nhận bị lùi so với lần gửi trước.",
                    "The time of acceptance was moved back since the last state."));
        }
        return new Verdict.Fresh(record.version() + 1, findings, stands);
    }

    private static Verdict impossible(DossierStatus from, DossierStatus to) {
        return new Verdict.No(Problem.at(
                422,
                "STATUS-EDGE",
                "/status",
                "Hồ sơ đang ở trạng thái " + from + " không thể chuyển sang " + to + ".",
                "A dossier in " + from + " cannot become " + to + "."));
    }

    private static Suspicion unusual(DossierStatus from, DossierStatus to) {
        return Suspicion.of(
                "DOSSIER-STATUS-UNUSUAL",
                "Chuyển trạng thái bất thường: " + from + " → " + to + ".",
                "Unusual change of status: " + from + " → " + to + ".");
    }

    private static Verdict inTime(TellStep told, DossierRecord record) {
        Instant last = record.lastStepAt();
        if (last != null && told.step().occurredAt().toInstant().isBefore(last)) {
            return new Verdict.No(Problem.at(
                    422,
                    "TIME-ORDER",
                    "/occurredAt",
                    "Thời điểm xử lý không được trước bước liền trước.",
                    "The time of this step must not lie before the step before it."));
        }
        return new Verdict.Fresh(record.version() + 1, List.of());
    }

    private static List<String> agencies(DossierContent content) {
        List<String> agencies = new ArrayList<>(List.of(content.intakeAgency(), content.competentAgency()));
        if (content.collectionPoint() != null) {
            agencies.add(content.collectionPoint());
        }
        return agencies;
    }

    /** The same words as for a number that nobody ever used. */
    static Verdict unknown() {
        return new Verdict.No(unknownProblem());
    }

    static Problem unknownProblem() {
        return Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier.");
    }

    private static Verdict notYours() {
        return new Verdict.No(Problem.at(
                403,
                "ACCESS-AGENCY",
                "/intakeAgency",
                "Hệ thống này chỉ được gửi hồ sơ của cơ quan mình hoặc đơn vị trực thuộc.",
                "This caller may send dossiers of its own agency and those below it only."));
    }
}
