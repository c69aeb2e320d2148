package vn.lienthong.dossier;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.Problem.FieldError;

/**
 * What can be said of a state or a step without knowing the dossier: catalogues, order of times, and what looks made up.
 * Pointers are those of the native form.
 */
@Component
public class ContentRules {
    /** Statuses that only an accepted dossier can have; the national form comes without the time all the same. */
    private static final Set<DossierStatus> AFTER_ACCEPTANCE = EnumSet.of(
            DossierStatus.ACCEPTED,
            DossierStatus.IN_PROGRESS,
            DossierStatus.PAYMENT_REQUESTED,
            DossierStatus.PROCESSED,
            DossierStatus.RETURNED);

    /** Between the clocks of one-stop systems and of our nodes. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final Catalogue catalogue;
    private final GatewayClock clock;

    ContentRules(Catalogue catalogue, GatewayClock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Reads a dossier number, or says why it is none. */
    public DossierNumber number(String text) {
        Optional<DossierNumber> number = DossierNumber.parse(text);
        if (number.isEmpty()) {
            throw new vn.lienthong.kernel.ProblemException(Problem.at(
                    422,
                    "DOSSIER-NUMBER",
                    "/dossierNumber",
                    "Mã hồ sơ không đúng một trong ba mẫu quy định hoặc ngày trong mã không có thật.",
                    "The dossier number has none of the three forms in use, or its date is in no calendar."));
        }
        if (number.get().received().isAfter(latestDay())) {
            throw new vn.lienthong.kernel.ProblemException(Problem.at(
                    422,
                    "DOSSIER-NUMBER-FUTURE",
                    "/dossierNumber",
                    "Ngày trong mã hồ sơ ở sau hôm nay.",
                    "The date in the dossier number lies after today."));
        }
        return number.get();
    }

    /** Today, and shortly before midnight tomorrow: whoever gave the number has another clock than this node. */
    private LocalDate latestDay() {
        return clock.now().plus(CLOCKS_DIFFER_BY).atZone(GatewayClock.ZONE).toLocalDate();
    }

    /** Everything that forbids storing this state; empty if nothing does. */
    public List<FieldError> errors(DossierNumber number, DossierContent content) {
        return errors(number.received(), content);
    }

    /** The same for a state that is judged as of this day, because its dossier has no number yet. */
    public List<FieldError> errors(LocalDate on, DossierContent content) {
        List<FieldError> errors = new ArrayList<>();
        if (catalogue.procedures().find(content.procedureCode(), on).isEmpty()) {
            errors.add(error(
                    "/procedureCode",
                    "PROCEDURE-UNKNOWN",
                    "Không có thủ tục " + content.procedureCode() + " trong danh mục tại ngày tiếp nhận.",
                    "The catalogue has no procedure " + content.procedureCode() + " on the day of reception."));
        }
        agency(errors, "/intakeAgency", content.intakeAgency());
        agency(errors, "/competentAgency", content.competentAgency());
        ordered(errors, "/acceptedAt", "submittedAt", content.submittedAt(), content.acceptedAt());
        boolean accepted = content.acceptedAt() != null;
        String start = accepted ? "acceptedAt" : "submittedAt";
        OffsetDateTime started = accepted ? content.acceptedAt() : content.submittedAt();
        ordered(errors, "/appointmentAt", start, started, content.appointmentAt());
        ordered(errors, "/processedAt", start, started, content.processedAt());
        ordered(errors, "/returnedAt", "processedAt", content.processedAt(), content.returnedAt());
        ordered(errors, "/returnedAt", start, started, content.returnedAt());
        ordered(errors, "/refusedAt", "submittedAt", content.submittedAt(), content.refusedAt());
        for (int i = 0; i < content.supplements().size(); i++) {
            DossierContent.Supplement round = content.supplements().get(i);
            ordered(
                    errors,
                    "/supplements/" + i + "/completedAt",
                    "requestedAt",
                    round.requestedAt(),
                    round.completedAt());
        }
        return errors;
    }

    /** What forbids the hand-over that this state tells: a time before its predecessor; empty if nothing does. */
    Optional<Problem> wrongReturn(DossierNumber number, DossierContent content) {
        return errors(number, content).stream()
                .filter(error -> error.pointer().equals("/returnedAt"))
                .findFirst()
                .map(error -> new Problem(422, error.code(), error.text(), List.of(error)));
    }

    /** What a return that stands is at odds with in the times the source tells now: the portal would refuse that. */
    List<Suspicion> wrongReturnFound(DossierNumber number, DossierContent content) {
        return wrongReturn(number, content).isEmpty()
                ? List.of()
                : List.of(Suspicion.of(
                        "DOSSIER-RETURN-BEFORE-PROCESSED",
                        "Thời điểm xử lý xong do hệ thống một cửa gửi ở sau lúc kết quả đã được phát. Hồ sơ giữ trạng thái đã"
                                + " trả, bản này chưa gửi Cổng DVCQG; hãy gửi lại thời điểm đúng.",
                        "The one-stop system tells a time of processing after the result was handed over. The dossier"
                                + " stays returned and this version is not sent to the portal; send the right time."));
    }

    /** Which agencies have ended by today. */
    Homes homes() {
        return new Homes(catalogue.agencies(), clock.today());
    }

    /** Everything that forbids storing this step; empty if nothing does. */
    public List<FieldError> errors(ProgressStep step) {
        List<FieldError> errors = new ArrayList<>();
        ordered(errors, "/dueAt", "startedAt", step.startedAt(), step.dueAt());
        return errors;
    }

    /** What looks odd but possible in this state (rules for the national indicators; anti-patterns seen in use). */
    public List<Suspicion> suspicions(DossierNumber number, DossierContent content) {
        List<Suspicion> found = new ArrayList<>();
        if (catalogue.agencies().resolve(number.agency(), number.received()).isEmpty()) {
            found.add(Suspicion.of(
                    "DOSSIER-NUMBER-AGENCY",
                    "Mã cơ quan " + number.agency() + " trong mã hồ sơ không có trong danh mục.",
                    "The agency " + number.agency() + " in the dossier number is not in the catalogue."));
        }
        identity(content).ifPresent(found::add);
        if (AFTER_ACCEPTANCE.contains(content.status()) && content.acceptedAt() == null) {
            found.add(Suspicion.of(
                    "DOSSIER-NO-ACCEPTANCE",
                    "Hồ sơ đã tiếp nhận nhưng không có ngày tiếp nhận.",
                    "The dossier was accepted and has no time of acceptance."));
        }
        boolean finished = content.status() == DossierStatus.PROCESSED || content.status() == DossierStatus.RETURNED;
        if (finished && content.appointmentAt() == null) {
            found.add(Suspicion.of(
                    "DOSSIER-NO-APPOINTMENT",
                    "Hồ sơ đã xử lý xong nhưng không có ngày hẹn trả.",
                    "The dossier is finished and has no appointment date."));
        }
        if (content.supplements().size() > 1) {
            found.add(Suspicion.of(
                    "DOSSIER-SUPPLEMENT-TWICE",
                    "Yêu cầu bổ sung hơn một lần; theo QĐ 766 hồ sơ bị tính là quá hạn.",
                    "More than one supplement was requested; by QĐ 766 the dossier counts as overdue."));
        }
        boolean resultIsSubmitted = content.results().stream()
                .anyMatch(result -> content.documents().stream()
                        .anyMatch(document -> sameFile(result.attachment(), document.attachment())));
        if (resultIsSubmitted) {
            found.add(Suspicion.of(
                    "DOSSIER-RESULT-IS-SUBMITTED",
                    "Tệp kết quả trùng với tệp người dân đã nộp.",
                    "A result is the same file as one the applicant handed in."));
        }
        return found;
    }

    /** Whether the applicant's personal number looks like none. */
    public Optional<Suspicion> identity(DossierContent content) {
        String id = content.applicant().personalId();
        return id == null || id.isBlank() || PersonalIds.plausible(id)
                ? Optional.empty()
                : Optional.of(Suspicion.of(
                        "DOSSIER-IDENTITY",
                        "Số định danh của chủ hồ sơ có vẻ không thật; hãy kiểm tra giấy tờ.",
                        "The applicant's personal number looks made up; check the papers."));
    }

    /** A digest reads the same in either case; a link does not. */
    private static boolean sameFile(@Nullable String one, @Nullable String other) {
        return one != null && (one.equals(other) || (one.startsWith("sha256:") && one.equalsIgnoreCase(other)));
    }

    private void agency(List<FieldError> errors, String pointer, String code) {
        if (catalogue.agencies().resolve(code, clock.today()).isEmpty()) {
            errors.add(error(
                    pointer,
                    "AGENCY-UNKNOWN",
                    "Không có cơ quan " + code + " trong danh mục.",
                    "The catalogue has no agency " + code + "."));
        }
    }

    private static void ordered(
            List<FieldError> errors,
            String pointer,
            String before,
            @Nullable OffsetDateTime earlier,
            @Nullable OffsetDateTime later) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            errors.add(error(
                    pointer,
                    "TIME-ORDER",
                    "Thời điểm này không được trước " + before + ".",
                    "This time must not lie before " + before + "."));
        }
    }

    private static FieldError error(String pointer, String code, String vi, String en) {
        return new FieldError(pointer, code, new Bilingual(vi, en));
    }
}
