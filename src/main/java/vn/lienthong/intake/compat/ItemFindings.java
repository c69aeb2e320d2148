package vn.lienthong.intake.compat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lienthong.dossier.Suspicion;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.national.NationalFinding;
import vn.lienthong.workitem.NewWorkItem;

/** What is odd about an item that is stored all the same: one work item per kind, for the agency that sent it. */
final class ItemFindings {
    private static final int MOST_NAMED = 5;

    private final String number;
    private final String agency;
    private final UUID event;
    private final List<NewWorkItem> items = new ArrayList<>();

    ItemFindings(String number, String agency, UUID event) {
        this.number = number;
        this.agency = agency;
        this.event = event;
    }

    /** What the reading of the national form noticed, and whether text was composed. */
    void add(List<NationalFinding> noticed, boolean composed) {
        Map<String, List<NationalFinding>> byCode = noticed.stream()
                .collect(Collectors.groupingBy(NationalFinding::outsideCode, LinkedHashMap::new, Collectors.toList()));
        byCode.forEach((code, same) -> {
            String fields =
                    same.stream().map(NationalFinding::field).limit(MOST_NAMED).collect(Collectors.joining(", "));
            Bilingual text = same.getFirst().text();
            add(code, new Bilingual(fields + ": " + text.vi(), fields + ": " + text.en()));
        });
        if (composed) {
            add(
                    "TEXT-NOT-NFC",
                    new Bilingual(
                            "Văn bản gửi lên không ở dạng Unicode dựng sẵn (NFC); đã lưu ở dạng dựng sẵn, bản gốc còn"
                                    + " trong chứng cứ. Hãy báo nhà cung cấp phần mềm.",
                            "Text came in another form than Unicode NFC; it is stored in NFC, the original is kept as"
                                    + " evidence. Tell the vendor of the software."));
        }
    }

    void add(Optional<Suspicion> found) {
        found.ifPresent(suspicion -> add(suspicion.code(), suspicion.text()));
    }

    List<NewWorkItem> all() {
        return List.copyOf(items);
    }

    private void add(String code, Bilingual text) {
        items.add(new NewWorkItem(code, number, agency, null, event, text));
    }
}
