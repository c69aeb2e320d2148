package vn.lienthong.portal.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.portal.session.ServiceContract.Service;

/**
 * The question what the partner holds of a dossier.
 *
 * @param number field that names the dossier
 * @param shown the name under which it shows a field of ours, where it is another
 * @param mark field that alone tells one message from another; null where all fields must be compared
 */
public record Question(
        Service service,
        String number,
        Map<String, String> shown,
        @Nullable String mark) {
    /** The name under which it shows this field. */
    public String shownAs(String field) {
        return shown.getOrDefault(field, field);
    }
}
