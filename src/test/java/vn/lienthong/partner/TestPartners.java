package vn.lienthong.partner;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Partner entries as settings would give them. */
public final class TestPartners {
    private TestPartners() {}

    /** One partner {@code portal} at this address, with short times; {@code more} adds to or replaces its settings. */
    public static Partners portal(URI url, Map<String, String> more) {
        Map<String, String> entry = new HashMap<>(Map.of(
                "url", url.toString(),
                "kinds", "dossier,progress",
                "account.name", "portal",
                "account.username", "lienthong",
                "account.password", "secret-word",
                "account.destination-code", "VN:TEST",
                "connect-timeout", "1s",
                "read-timeout", "2s",
                "settle", "1s"));
        entry.putAll(more);
        Map<String, String> settings = new HashMap<>();
        entry.forEach((key, value) -> settings.put("lienthong.partners.portal." + key, value));
        return new Partners(new Binder(new MapConfigurationPropertySource(settings))
                .bind("lienthong", PartnerProperties.class)
                .get());
    }

    /** Entries from settings such as {@code portal.settle=2s}; every partner named gets an address and both kinds. */
    public static Partners of(String... settings) {
        Map<String, String> values = new HashMap<>();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            String id = parts[0].substring(0, parts[0].indexOf('.'));
            values.putIfAbsent("lienthong.partners." + id + ".url", "http://127.0.0.1:1/" + id);
            values.putIfAbsent("lienthong.partners." + id + ".kinds", "dossier,progress");
            values.put("lienthong.partners." + parts[0], parts[1]);
        }
        return new Partners(new Binder(new MapConfigurationPropertySource(values))
                .bind("lienthong", PartnerProperties.class)
                .get());
    }
}
