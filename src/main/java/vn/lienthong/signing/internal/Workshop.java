package vn.lienthong.signing.internal;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.util.Optional;
import java.util.function.Supplier;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.Identity;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.SigningOutcome;
import vn.lienthong.signing.SigningRequest;

/** Makes signatures. */
public final class Workshop {
    private final KeyRing keys;
    private final Helpers helpers;
    private final GatewayClock clock;

    Workshop(KeyRing keys, Helpers helpers, GatewayClock clock) {
        this.keys = keys;
        this.helpers = helpers;
        this.clock = clock;
    }

    /** Signs, or says why not. */
    public SigningOutcome sign(SigningRequest request) {
        return attempt(() -> {
            fit(request);
            SigningKey key = keys.key(request.key());
            if (request.level() != SignatureLevel.B) {
                timeStamps();
            }
            return new SigningOutcome.Signed(press(request, key), request.format(), request.level());
        });
    }

    private byte[] press(SigningRequest request, SigningKey key) {
        try {
            return new Press(helpers, clock.now(), key, request.level()).sign(request);
        } catch (Refusal failure) {
            if (failure.kind() != Refusal.Kind.TOKEN_LOST) {
                throw failure;
            }
            keys.lost(request.key(), key);
            return new Press(helpers, clock.now(), keys.key(request.key()), request.level()).sign(request);
        }
    }

    /** The key of this id; empty when it must not be used. */
    public Optional<Identity> identity(String id) {
        try {
            SigningKey key = keys.key(id);
            return Optional.of(new Identity(key.key(), key.chain()));
        } catch (Refusal unusable) {
            return Optional.empty();
        }
    }

    /** Puts a time-stamp over a detached signature that has none, or says why not. */
    public SigningOutcome stamp(Content signature, Content signed) {
        return attempt(() -> new SigningOutcome.Signed(
                new Stamping(helpers, timeStamps()).detached(signature, signed),
                SignatureFormat.CADES_DETACHED,
                SignatureLevel.T));
    }

    private TSPSource timeStamps() {
        return helpers.timeStamps()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.TIME_STAMP,
                        "Chưa đặt máy chủ dấu thời gian (lienthong.signing.time-stamps.url).",
                        "No time-stamp authority is set (lienthong.signing.time-stamps.url)."));
    }

    private static SigningOutcome attempt(Supplier<SigningOutcome> work) {
        try {
            return ServiceFiles.remembered(work);
        } catch (Refusal refusal) {
            return outcome(refusal);
        } catch (AlertException alert) {
            return new SigningOutcome.NoRevocationData(new Bilingual(
                    "Thiếu dữ liệu về tình trạng thu hồi: " + alert.getMessage(),
                    "Revocation data are missing: " + alert.getMessage()));
        } catch (DSSException | IllegalInputException | IllegalArgumentException unsuitable) {
            return new SigningOutcome.Unsuitable(new Bilingual(
                    "Không ký được nội dung này: " + unsuitable.getMessage(),
                    "This content cannot be signed: " + unsuitable.getMessage()));
        }
    }

    private static SigningOutcome outcome(Refusal refusal) {
        return switch (refusal.kind()) {
            case KEY, TOKEN_LOST -> new SigningOutcome.NoKey(refusal.why());
            case TIME_STAMP -> new SigningOutcome.NoTimeStamp(refusal.why());
            case CONTENT -> new SigningOutcome.Unsuitable(refusal.why());
        };
    }

    private static void fit(SigningRequest request) {
        int count = request.contents().size();
        if (request.format() == SignatureFormat.ASIC_E ? count < 1 : count != 1) {
            throw new Refusal(
                    Refusal.Kind.CONTENT,
                    "Dạng chữ ký này không dùng cho " + count + " tài liệu.",
                    "This form of signature is not for " + count + " documents.");
        }
        Content first = request.contents().getFirst();
        if (request.format() == SignatureFormat.PADES && !Documents.looksLikePdf(first.bytes())) {
            throw new Refusal(
                    Refusal.Kind.CONTENT,
                    "“" + first.name() + "” không phải tệp PDF.",
                    "'" + first.name() + "' is not a PDF.");
        }
    }
}
