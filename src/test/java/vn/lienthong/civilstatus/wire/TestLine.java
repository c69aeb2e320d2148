package vn.lienthong.civilstatus.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.testing.MadeUp;

/** Opens lines to the civil-status platform for tests. */
public final class TestLine {
    private TestLine() {}

    /** The ward as a unit of the platform, read at once. */
    public static CivilStatusProperties settings() {
        Map<String, String> values = new HashMap<>();
        values.put("lienthong.civil-status.poll", "1s");
        values.put("lienthong.civil-status.secret.value", "secret-word");
        values.put("lienthong.civil-status.units[0].agency", MadeUp.WARD);
        values.put("lienthong.civil-status.units[0].code", "24133");
        values.put("lienthong.civil-status.units[0].province", "66");
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("lienthong.civil-status", CivilStatusProperties.class)
                .get();
    }

    /** The contract that comes with the program. */
    public static Contract contract() {
        return Contract.read(SchemaFiles.packed(), "civil-status");
    }

    /** A line to the partner entry. */
    public static CivilStatusLine open(PartnerHttp http, Partners partners, Evidence evidence, GatewayClock clock) {
        ReplyTable replies = ReplyTable.read(SchemaFiles.packed());
        return new CivilStatusLine(
                new CivilStatusHttp(
                        http,
                        partners,
                        evidence,
                        new ClientTokens(http, partners, clock),
                        contract(),
                        settings(),
                        replies),
                contract(),
                replies);
    }

    /** Readings as the platform would tell them. */
    static List<Reading> read(com.fasterxml.jackson.databind.JsonNode items, String module, List<String> asked) {
        return new ReadingReader(contract()).read(items, module, asked);
    }
}
