package vn.lienthong.citizen;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.citizen.person.AskedPerson;
import vn.lienthong.citizen.person.PersonName;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.Party;
import vn.lienthong.dossier.DossierContent.PartyType;
import vn.lienthong.dossier.DossierContent.RelatedPerson;

/** Whom a dossier names. A number decides where the dossier tells one; else the name, exactly. */
final class RelatedPersons {
    private RelatedPersons() {}

    /** Whether the dossier names this person as applicant or as somebody related. */
    static boolean names(DossierContent content, AskedPerson person) {
        return Stream.of(content.applicant(), content.submitter()).anyMatch(party -> party != null && is(party, person))
                || content.relatedPersons().stream().anyMatch(related -> is(related, person));
    }

    private static boolean is(Party party, AskedPerson person) {
        String number = person.number().value();
        if (told(party.personalId())) {
            return number.equals(String.valueOf(party.personalId()).strip());
        }
        // persons and household businesses pay their taxes under the personal number
        if (told(party.taxCode())) {
            return number.equals(String.valueOf(party.taxCode()).strip());
        }
        boolean natural = party.type() == null || party.type() == PartyType.CITIZEN;
        return natural && PersonName.same(party.name(), person.fullName());
    }

    private static boolean is(RelatedPerson related, AskedPerson person) {
        return told(related.personalId())
                ? person.number()
                        .value()
                        .equals(String.valueOf(related.personalId()).strip())
                : PersonName.same(related.name(), person.fullName());
    }

    private static boolean told(@Nullable String number) {
        return number != null && !number.isBlank();
    }
}
