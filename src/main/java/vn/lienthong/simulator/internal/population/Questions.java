package vn.lienthong.simulator.internal.population;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.simulator.internal.Reply;

/** Answers questions: somebody is found only when number, name and birth date agree. */
final class Questions {
    private static final int REMEMBERED = 20_000;

    private final People people;
    private final Tally tally;
    private final Map<String, Boolean> asked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    Questions(People people, Tally tally) {
        this.people = people;
        this.tally = tally;
    }

    Reply answer(Asked question, Form form) {
        String finding = question.findings();
        if (finding.isEmpty() && !fresh(question.get("MaYeuCau"))) {
            finding = "MaYeuCau đã được dùng";
        }
        if (!finding.isEmpty()) {
            tally.count("refused");
            return form.fault(finding);
        }
        Optional<JsonNode> person = people.byEither(question.get("SoDinhDanh"), question.get("SoCMND"))
                .filter(found -> plain(found.path("fullName").asText()).equals(plain(question.get("HoVaTen"))))
                .filter(found -> born(found.path("dateOfBirth").asText(), question));
        if (question.operation().equals(Asked.VERIFY)) {
            tally.count(person.isPresent() ? "confirmed" : "denied");
            return form.answer(CitizenXml.verdict(person.isPresent()));
        }
        tally.count(person.isPresent() ? "found" : "notFound");
        return form.answer(CitizenXml.collection(person));
    }

    private boolean fresh(String request) {
        synchronized (asked) {
            return asked.put(request, true) == null;
        }
    }

    private static boolean born(String held, Asked question) {
        String day = question.get("NgayThangNam");
        String year = day.isEmpty() ? question.get("Nam") : day.substring(0, 4);
        boolean onlyYear = held.length() == 4 || day.isEmpty();
        return onlyYear ? held.startsWith(year) : held.replace("-", "").equals(day);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replace('Đ', 'D')
                .replaceAll("[^A-Z]", "");
    }
}
