package vn.lienthong.citizen;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.citizen.register.RegisterFile;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;

/**
 * The reason of a question to one of the other registers: the same officer, purpose, legal basis and open dossier, a procedure
 * that this register's file and the catalogue allow, fields that it needs, and a key that the dossier names.
 */
@Component
class OtherJustification {
    private final Justification reasons;
    private final DossierRegister register;
    private final Procedures procedures;

    OtherJustification(Justification reasons, DossierRegister register, Procedures procedures) {
        this.reasons = reasons;
        this.register = register;
        this.procedures = procedures;
    }

    /**
     * What a question rests on.
     *
     * @param procedureCode the bare code of the dossier's procedure
     * @param persons numbers of the persons whom the dossier names
     */
    record Grounds(String procedureCode, Set<String> persons) {}

    /** What the question rests on; refuses with 403 {@code LOOKUP-NOT-JUSTIFIED} and the reason found. */
    Grounds judge(OtherLookUpRequest request, RegisterFile file, Caller caller) {
        DossierRecord dossier = reasons.openDossier(request.reason(), caller);
        String code = String.valueOf(dossier.procedureCode());
        Set<String> allowed = file.of(code);
        boolean mayAsk = procedures
                .find(code, dossier.startedOn())
                .filter(procedure -> procedure.mayAsk(file.register()))
                .isPresent();
        if (allowed == null || !mayAsk) {
            throw Justification.refused(
                    "/dossierNumber",
                    "LOOKUP-PROCEDURE",
                    "Thủ tục của hồ sơ không được phép khai thác cơ sở dữ liệu này.",
                    "The dossier's procedure may not ask this register.");
        }
        List<String> beyond = request.fields().stream()
                .filter(field -> !allowed.contains(field))
                .toList();
        if (!beyond.isEmpty()) {
            throw Justification.refused(
                    "/fields",
                    "LOOKUP-FIELD",
                    "Thủ tục này không cần: " + String.join(", ", beyond) + ".",
                    "This procedure does not need: " + String.join(", ", beyond) + ".");
        }
        String key = request.key().strip();
        DossierContent content = register.content(dossier).orElse(null);
        if (!file.keyForm().matcher(key).matches() || content == null || !names(content, file.namedAs(), key)) {
            throw Justification.refused(
                    "/key",
                    "LOOKUP-KEY",
                    "Hồ sơ không nêu mã này, hoặc mã không đúng dạng.",
                    "The dossier does not name this key, or the key is not of its form.");
        }
        return new Grounds(
                Procedures.bare(content.procedureCode()),
                Set.copyOf(persons(content).toList()));
    }

    private static boolean names(DossierContent content, RegisterFile.NamedAs how, String key) {
        Stream<String> named = switch (how) {
            case TAX_CODE -> Stream.ofNullable(content.applicant().taxCode());
            case PERSONAL_ID -> persons(content);
            case EXTERNAL_ID -> content.externalIds().stream();
        };
        String bare = bare(key);
        return named.anyMatch(each -> bare(each).equals(bare));
    }

    private static Stream<String> persons(DossierContent content) {
        return Stream.concat(
                        Stream.of(content.applicant(), content.submitter())
                                .filter(Objects::nonNull)
                                .map(DossierContent.Party::personalId),
                        content.relatedPersons().stream().map(DossierContent.RelatedPerson::personalId))
                .filter(Objects::nonNull)
                .map(String::strip)
                .distinct();
    }

    private static String bare(String key) {
        return key.replace("-", "").strip();
    }
}
