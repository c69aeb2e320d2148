package vn.lienthong.citizen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.citizen.LookUpAnswer.Difference;
import vn.lienthong.citizen.person.AskedPerson;
import vn.lienthong.citizen.person.BirthDate;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.citizen.person.PersonName;
import vn.lienthong.citizen.register.HeldPerson;

/** What the paper and the register say otherwise about the same person. */
final class Comparison {
    private Comparison() {}

    static List<Difference> of(AskedPerson asked, HeldPerson held, LocalDate today) {
        List<Difference> found = new ArrayList<>();
        String name = held.text(PersonField.FULL_NAME);
        if (!PersonName.same(asked.fullName(), name)) {
            String code = PersonName.sameButForAccents(asked.fullName(), name) ? "NAME-ACCENTS" : "NAME-DIFFERS";
            found.add(new Difference(PersonField.FULL_NAME, code, asked.fullName(), name));
        }
        String born = held.text(PersonField.DATE_OF_BIRTH);
        if (BirthDate.parse(born, today).filter(asked.born()::agreesWith).isEmpty()) {
            found.add(new Difference(
                    PersonField.DATE_OF_BIRTH,
                    "BIRTH-DATE-DIFFERS",
                    asked.born().toString(),
                    born));
        }
        String gender = held.text(PersonField.GENDER);
        boolean male = gender.equals("MALE");
        if (!gender.isEmpty() && asked.number().contradictsGender(male)) {
            found.add(new Difference(PersonField.GENDER, "PERSONAL-ID-GENDER", male ? "FEMALE" : "MALE", gender));
        }
        return found;
    }
}
