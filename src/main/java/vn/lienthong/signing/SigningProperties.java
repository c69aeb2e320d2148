package vn.lienthong.signing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code lienthong.signing.*}. Places of files are paths; with {@code classpath:} before them, files inside the
 * program.
 *
 * @param keys the keys that sign, by the id that rooms ask for; default none
 * @param trust PEM or DER files of the certificates that are believed by themselves; default none: nothing is believed
 * @param timeStamps the time-stamp authority
 * @param revocation where revocation is asked
 */
@Validated
@ConfigurationProperties("lienthong.signing")
public record SigningProperties(
        @DefaultValue @Valid Map<String, @Valid Key> keys,
        @DefaultValue List<String> trust,
        @DefaultValue @Valid TimeStamps timeStamps,
        @DefaultValue @Valid Revocation revocation) {

    /**
     * A key with its certificates, in a PKCS#12 file or in a token (HSM).
     *
     * @param file the PKCS#12 file; it may hold the old and the new key of one holder
     * @param alias which entry (default: of all keys, which must be one holder's, the newest that is valid)
     * @param password the password or PIN itself; sandbox only
     * @param passwordEnv name of the environment variable that holds it
     * @param passwordFile file whose first line is it
     * @param token where the key lies when it lies in no file; default none
     */
    public record Key(
            @Nullable String file,
            @Nullable String alias,
            @Nullable String password,
            @Nullable String passwordEnv,
            @Nullable Path passwordFile,
            @Nullable @Valid Token token) {
        /** A key lies at one place. */
        @AssertTrue(message = "one of file and token must be set")
        public boolean isAtOnePlace() {
            return (file == null || file.isBlank()) == (token != null);
        }

        /** Where it lies, for people. */
        public String place() {
            return token == null ? String.valueOf(file) : token.place();
        }

        @Override
        public String toString() {
            return "Key[" + place() + "]";
        }
    }

    /**
     * A token that is reached through its maker's PKCS#11 module.
     *
     * @param library the module, a file such as {@code /usr/lib/softhsm/libsofthsm2.so}
     * @param slotIndex which slot, counted from 0 in the order the module lists them (default 0); ignored where {@code slot}
     *     is set
     * @param slot number of the slot, where its place in the order may change
     */
    public record Token(
            @NotBlank String library,
            @DefaultValue("0") @Min(0) int slotIndex,
            @Nullable Long slot) {
        /** For people. */
        String place() {
            return library + (slot == null ? ", slot-index " + slotIndex : ", slot " + slot);
        }
    }

    /**
     * The time-stamp authority (RFC 3161).
     *
     * @param url its address; default none: levels T and LT cannot be reached
     * @param connectTimeout longest wait for a connection (default 3 s)
     * @param readTimeout longest wait for the whole answer (default 10 s)
     * @param clockDifference how far its clock may be from ours (default 2 min)
     */
    public record TimeStamps(
            @Nullable String url,
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("10s") Duration readTimeout,
            @DefaultValue("2m") Duration clockDifference) {}

    /**
     * Where revocation is asked: at the addresses that certificates name.
     *
     * @param hosts hosts that may be asked besides those of these settings, such as {@code ocsp.ca.example}; whoever sends
     *     us a document chooses the addresses in it, so no other host is called (default: none)
     * @param gateway address that stands for scheme, host and port of every such address, where the network lets
     *     nothing else through (default: none)
     * @param connectTimeout longest wait for a connection (default 3 s)
     * @param readTimeout longest wait for the whole answer (default 10 s)
     * @param keepAnswers longest time an answer is used without asking again, never beyond the time it names itself (default
     *     4 h)
     * @param goOn how long beyond its time the last answer serves while nobody answers (default 4 h)
     */
    public record Revocation(
            @DefaultValue List<String> hosts,
            @Nullable String gateway,
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("10s") Duration readTimeout,
            @DefaultValue("4h") Duration keepAnswers,
            @DefaultValue("4h") Duration goOn) {}
}
