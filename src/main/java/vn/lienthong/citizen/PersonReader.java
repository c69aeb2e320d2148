package vn.lienthong.citizen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.citizen.person.AskedPerson;
import vn.lienthong.citizen.person.BirthDate;
import vn.lienthong.citizen.person.PersonName;
import vn.lienthong.citizen.person.PersonalNumber;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.Problem.FieldError;
import vn.lienthong.kernel.ProblemException;

/** Reads about whom is asked, or refuses with 422 {@code LOOKUP-PERSON-INVALID} and every finding. */
final class PersonReader {
    private final List<FieldError> errors = new ArrayList<>();

    private PersonReader() {}

    static AskedPerson read(LookUpRequest.Person person, LocalDate today) {
        return new PersonReader().whole(person, today);
    }

    private AskedPerson whole(LookUpRequest.Person person, LocalDate today) {
        Optional<PersonalNumber> number = PersonalNumber.parse(person.personalId());
        Optional<BirthDate> born = BirthDate.parse(person.dateOfBirth(), today);
        String name = PersonName.tidy(person.fullName() == null ? "" : person.fullName());
        if (number.isEmpty()) {
            found(
                    "personalId",
                    "PERSONAL-ID-FORM",
                    "Số định danh phải có 12 chữ số (hoặc số CMND cũ 9 chữ số).",
                    "A personal number has 12 digits (an old identity card 9).");
        }
        if (name.isEmpty() || name.codePoints().anyMatch(c -> !nameLetter(c))) {
            found(
                    "fullName",
                    "NAME-FORM",
                    "Họ tên thiếu hoặc có ký tự không dùng trong họ tên.",
                    "The name is missing or holds characters that names do not have.");
        }
        if (born.isEmpty()) {
            found(
                    "dateOfBirth",
                    "BIRTH-DATE-FORM",
                    "Ngày sinh phải là yyyy-MM-dd, hoặc yyyy khi chỉ biết năm, và không ở tương lai.",
                    "A birth date is yyyy-MM-dd, or yyyy where only the year is known, and not in the future.");
        }
        if (number.isPresent() && born.isPresent()) {
            number.get()
                    .contradiction(born.get())
                    .ifPresent(code -> found(
                            "personalId",
                            code,
                            "Số định danh không khớp năm sinh: hãy kiểm tra lại hai số trên giấy tờ.",
                            "The personal number contradicts the year of birth: check both against the paper."));
        }
        if (!errors.isEmpty() || number.isEmpty() || born.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "LOOKUP-PERSON-INVALID",
                    new Bilingual(
                            "Thông tin người cần tra cứu chưa hợp lệ; chưa hỏi cơ sở dữ liệu nào.",
                            "The person is not described as needed; no register was asked."),
                    errors));
        }
        return new AskedPerson(number.get(), name, born.get());
    }

    private static boolean nameLetter(int c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || " '-.".indexOf(c) >= 0;
    }

    private void found(String field, String code, String vi, String en) {
        errors.add(new FieldError("/person/" + field, code, new Bilingual(vi, en)));
    }
}
