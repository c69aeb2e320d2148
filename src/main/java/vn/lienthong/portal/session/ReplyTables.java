package vn.lienthong.portal.session;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.partner.Partners;

/** The reply tables of all enabled partners that sign in with an account, read and checked at the start. */
@Component
public class ReplyTables {
    private final Map<String, ReplyTable> tables;

    ReplyTables(Partners partners, SchemaFiles files) {
        this.tables = partners.all().entrySet().stream()
                .filter(entry -> entry.getValue().account() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableMap(id -> id, id -> ReplyTableReader.read(files, id)));
    }

    /** The partner's table. */
    public ReplyTable of(String partnerId) {
        ReplyTable table = tables.get(partnerId);
        if (table == null) {
            throw new IllegalArgumentException("No reply table for partner " + partnerId);
        }
        return table;
    }
}
