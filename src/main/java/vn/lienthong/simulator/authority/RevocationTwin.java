package vn.lienthong.simulator.authority;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.ocsp.OCSPReq;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/**
 * Tells what the sample authority revoked: {@code POST /ocsp} (RFC 6960), and the lists and issuers' certificates that
 * its certificates point to, {@code GET /ocsp/issuing-ca.crl} and {@code .crt}.
 */
final class RevocationTwin implements Platform {
    private final SampleAuthority authority;
    private final Revocation revocation;
    private final Knob<RevocationBehaviour> knob;

    RevocationTwin(SampleAuthority authority, Ledger ledger, Clock clock) {
        this.authority = authority;
        this.revocation = new Revocation(authority, clock);
        this.knob = new Knob<>(
                ledger, id(), RevocationBehaviour.USUAL, RevocationBehaviour::read, RevocationBehaviour::write);
    }

    Knob<RevocationBehaviour> knob() {
        return knob;
    }

    @Override
    public String id() {
        return "ocsp";
    }

    @Override
    public Visit visit(Call call) {
        String route = call.method() + " " + String.join("/", call.path());
        return switch (route) {
            case "POST ocsp" -> visit("status", "application/ocsp-response", () -> status(call.body()));
            case "GET ocsp/root.crl" -> visit("list", "application/pkix-crl", () -> list(Holder.ROOT));
            case "GET ocsp/issuing-ca.crl" -> visit("list", "application/pkix-crl", () -> list(Holder.ISSUER));
            case "GET ocsp/root.crt" -> visit("certificate", "application/pkix-cert", () -> certificate(Holder.ROOT));
            case "GET ocsp/issuing-ca.crt" ->
                visit("certificate", "application/pkix-cert", () -> certificate(Holder.ISSUER));
            default -> Visit.futile(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        };
    }

    private static Visit visit(String service, String contentType, Content content) {
        Deed deed = () -> Reply.bytes(200, contentType, content.bytes());
        return new Errand(service, deed);
    }

    @FunctionalInterface
    private interface Content {
        byte[] bytes();
    }

    private byte[] status(byte[] body) {
        try {
            return revocation.answer(new OCSPReq(body), knob.now());
        } catch (IOException malformed) {
            return revocation.badRequest();
        }
    }

    private byte[] list(Holder issuer) {
        return revocation.list(issuer, knob.now());
    }

    private byte[] certificate(Holder holder) {
        try {
            return authority.keeping(holder).certificate().getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("A certificate cannot be written", impossible);
        }
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        return knob.control(call, rest);
    }

    @Override
    public void describe(ObjectNode stats) {}

    @Override
    public void empty() {}
}
