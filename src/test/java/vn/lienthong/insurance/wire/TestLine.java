package vn.lienthong.insurance.wire;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.signing.Signer;

/** Opens lines to social insurance for tests. */
public final class TestLine {
    private TestLine() {}

    /** The settings, with these beside the usual ones. */
    public static InsuranceProperties settings(Map<String, String> more) {
        return new Binder(new MapConfigurationPropertySource(prefixed(more)))
                .bindOrCreate("lienthong.insurance", InsuranceProperties.class);
    }

    /** A line as the settings and these files want it. */
    public static Line open(
            SchemaFiles files,
            InsuranceProperties settings,
            PartnerHttp http,
            Partners partners,
            Evidence evidence,
            Signer signer) {
        WireConfiguration wiring = new WireConfiguration();
        ReplyCodes codes = wiring.insuranceReplyCodes(files);
        return wiring.insuranceLine(
                new InsuranceHttp(http, partners, evidence, codes),
                wiring.insuranceContract(files, settings),
                settings,
                signer);
    }

    private static Map<String, String> prefixed(Map<String, String> settings) {
        Map<String, String> all = new java.util.HashMap<>();
        settings.forEach((name, value) -> all.put("lienthong.insurance." + name, value));
        return all;
    }
}
