package vn.lienthong.doctor;

import java.util.List;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Diagnosis;

/** What one checkup found and how long it took. */
public record Examined(String id, Bilingual title, long millis, List<Diagnosis> found) {
    /** The gravest thing that was found; all well if nothing was. */
    public Diagnosis.Severity worst() {
        return found.stream().map(Diagnosis::severity).max(Enum::compareTo).orElse(Diagnosis.Severity.WELL);
    }
}
