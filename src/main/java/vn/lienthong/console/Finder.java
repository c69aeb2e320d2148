package vn.lienthong.console;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.evidence.Exchanges;

/** What somebody holds in hand and looks for: a dossier's number, {@code #} and a delivery's, a parcel's, a message's digest. */
@Component
class Finder {
    private static final Pattern DELIVERY = Pattern.compile("#([0-9]{1,18})");
    private static final Pattern DIGEST = Pattern.compile("(?i)(?:sha256:)?([0-9a-f]{64})");
    private static final Pattern PARCEL = Pattern.compile("[A-Za-z0-9-]{6,60}");

    private final DossierRegister register;
    private final Deliveries deliveries;
    private final Exchanges exchanges;

    Finder(DossierRegister register, Deliveries deliveries, Exchanges exchanges) {
        this.register = register;
        this.deliveries = deliveries;
        this.exchanges = exchanges;
    }

    /** The one page that this leads to; null where there is none or more than one. */
    @Nullable
    String only(String wanted) {
        var delivery = DELIVERY.matcher(wanted);
        if (delivery.matches()) {
            return deliveries
                    .find(Long.parseLong(delivery.group(1)))
                    .map(found -> "/deliveries/" + found.id())
                    .orElse(null);
        }
        var digest = DIGEST.matcher(wanted);
        if (digest.matches()) {
            List<UUID> found = exchanges.withDigest(HexFormat.of().parseHex(digest.group(1)), 2);
            return found.size() == 1 ? "/evidence/" + found.getFirst() : null;
        }
        if (register.find(wanted).isPresent()) {
            return Links.dossier(wanted);
        }
        if (!PARCEL.matcher(wanted).matches()) {
            return null;
        }
        List<String> dossiers = deliveries.ofParcel(wanted).stream()
                .map(Delivery::dossierNumber)
                .distinct()
                .toList();
        return dossiers.size() == 1 ? Links.dossier(dossiers.getFirst()) : null;
    }
}
