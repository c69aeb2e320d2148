package vn.lienthong.citizen;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.citizen.person.AskedPerson;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.Problem.FieldError;
import vn.lienthong.kernel.ProblemException;

/**
 * The reason of a look-up, judged before anything leaves: an officer, a purpose, a legal basis, an open dossier that this
 * agency handles, a procedure that may ask, fields that it needs, and a person whom the dossier names.
 */
@Component
class Justification {
    private static final Set<DossierStatus> CLOSED = EnumSet.of(
            DossierStatus.NOT_ACCEPTED, DossierStatus.WITHDRAWN, DossierStatus.STOPPED, DossierStatus.RETURNED);

    private final DossierRegister register;
    private final Procedures procedures;
    private final FieldRules rules;
    private final Rights rights;

    Justification(DossierRegister register, Procedures procedures, FieldRules rules, Rights rights) {
        this.register = register;
        this.procedures = procedures;
        this.rules = rules;
        this.rights = rights;
    }

    /** The grounds; refuses with 403 {@code LOOKUP-NOT-JUSTIFIED} and every reason found. */
    Grounds judge(LookUpRequest request, AskedPerson person, Set<PersonField> fields, Caller caller) {
        DossierRecord dossier = openDossier(request, caller);
        Set<PersonField> allowed = allowed(dossier);
        Set<PersonField> beyond = EnumSet.copyOf(fields.isEmpty() ? EnumSet.noneOf(PersonField.class) : fields);
        beyond.removeAll(allowed);
        if (!beyond.isEmpty()) {
            String names = beyond.stream().map(PersonField::word).collect(Collectors.joining(", "));
            throw refused(
                    "/fields",
                    "LOOKUP-FIELD",
                    "Thủ tục này không cần: " + names + ".",
                    "This procedure does not need: " + names + ".");
        }
        DossierContent content = register.content(dossier).orElse(null);
        if (content == null || !RelatedPersons.names(content, person)) {
            throw refused(
                    "/person",
                    "LOOKUP-PERSON",
                    "Hồ sơ không nêu người này là người nộp hay người liên quan.",
                    "The dossier names nobody of this number as applicant or related person.");
        }
        return new Grounds(dossier, Procedures.bare(content.procedureCode()), person, fields);
    }

    /** The open dossier that a question with this reason is for; refuses with 403 what has no reason. */
    DossierRecord openDossier(LookUpRequest request, Caller caller) {
        List<FieldError> missing = told(request);
        if (!missing.isEmpty()) {
            throw refused(missing);
        }
        String number = request.dossierNumber();
        DossierRecord dossier = Optional.ofNullable(number)
                .flatMap(register::find)
                .filter(found -> handles(caller, found))
                .orElseThrow(() -> refused(
                        "/dossierNumber",
                        "LOOKUP-DOSSIER",
                        "Không có hồ sơ nào mang mã này do cơ quan đang tiếp nhận hoặc giải quyết.",
                        "There is no dossier of this number that this agency takes in or solves."));
        DossierStatus status = dossier.status();
        if (status == null || CLOSED.contains(status)) {
            throw refused(
                    "/dossierNumber",
                    "LOOKUP-DOSSIER-CLOSED",
                    "Hồ sơ không còn, hoặc chưa, được giải quyết.",
                    "The dossier is not, or no longer, being solved.");
        }
        return dossier;
    }

    private boolean handles(Caller caller, DossierRecord dossier) {
        return caller.agency() != null
                && rights.maySee(caller, List.of(dossier.intakeAgency(), dossier.competentAgency()));
    }

    private Set<PersonField> allowed(DossierRecord dossier) {
        String code = String.valueOf(dossier.procedureCode());
        Set<PersonField> fields = rules.of(code);
        boolean mayAsk = procedures
                .find(code, dossier.startedOn())
                .filter(procedure -> procedure.mayAsk(Procedure.Register.POPULATION))
                .isPresent();
        if (fields == null || !mayAsk) {
            throw refused(
                    "/dossierNumber",
                    "LOOKUP-PROCEDURE",
                    "Thủ tục của hồ sơ không được phép khai thác cơ sở dữ liệu này.",
                    "The dossier's procedure may not ask this register.");
        }
        return fields;
    }

    private static List<FieldError> told(LookUpRequest request) {
        List<FieldError> missing = new ArrayList<>();
        LookUpRequest.Officer officer = request.officer();
        if (officer == null || blank(officer.id()) || blank(officer.name())) {
            missing.add(reason("/officer", "LOOKUP-OFFICER", "Thiếu mã và họ tên cán bộ.", "No officer is named."));
        }
        if (blank(request.purpose())) {
            missing.add(reason("/purpose", "LOOKUP-PURPOSE", "Thiếu mục đích.", "No purpose is told."));
        }
        if (blank(request.legalBasis())) {
            missing.add(
                    reason("/legalBasis", "LOOKUP-LEGAL-BASIS", "Thiếu căn cứ pháp lý.", "No legal basis is told."));
        }
        if (blank(request.dossierNumber())) {
            missing.add(reason("/dossierNumber", "LOOKUP-DOSSIER", "Thiếu mã hồ sơ.", "No dossier is named."));
        }
        return missing;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static FieldError reason(String pointer, String code, String vi, String en) {
        return new FieldError(pointer, code, new Bilingual(vi, en));
    }

    static ProblemException refused(String pointer, String code, String vi, String en) {
        return refused(List.of(reason(pointer, code, vi, en)));
    }

    private static ProblemException refused(List<FieldError> reasons) {
        String vi = reasons.stream().map(each -> each.text().vi()).collect(Collectors.joining(" "));
        String en = reasons.stream().map(each -> each.text().en()).collect(Collectors.joining(" "));
        return new ProblemException(new Problem(
                403,
                "LOOKUP-NOT-JUSTIFIED",
                new Bilingual("Chưa đủ căn cứ để tra cứu: " + vi, "The look-up is not justified: " + en),
                reasons));
    }
}
