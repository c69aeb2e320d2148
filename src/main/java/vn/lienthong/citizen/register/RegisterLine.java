package vn.lienthong.citizen.register;

import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;

/** What leads to a register: its partner entry, its door, and who carries and signs. */
@Component
class RegisterLine {
    private static final int LARGEST = 1 << 20;

    private final Partners partners;
    private final RegisterProperties properties;
    private final PartnerHttp http;
    private final HeaderSigner signer;
    private final ClientTokens tokens;
    private final GatewayClock clock;

    RegisterLine(
            Partners partners,
            RegisterProperties properties,
            PartnerHttp http,
            HeaderSigner signer,
            ClientTokens tokens,
            GatewayClock clock) {
        this.partners = partners;
        this.properties = properties;
        this.http = http;
        this.signer = signer;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The way to one register, as settings have it now. {@code largest}: longest answer in bytes. */
    record Way(
            String partnerId,
            Partner partner,
            RegisterDoor door,
            PartnerHttp http,
            HeaderSigner signer,
            ClientTokens tokens,
            GatewayClock clock,
            int largest) {}

    Way to(String partnerId) {
        return new Way(
                partnerId, partners.get(partnerId), properties.door(partnerId), http, signer, tokens, clock, LARGEST);
    }
}
