package vn.lienthong.signing;

import jakarta.validation.Valid;
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
     * A key with its certificates in a PKCS#12 file.
     *
     * @param file the PKCS#12 file
     * @param alias which entry of the file (default: its only key)
     * @param password the file's password itself; sandbox only
     * @param passwordEnv name of the environment variable that holds it
     * @param passwordFile file whose first line is it
     */
    public record Key(
            @NotBlank String file,
            @Nullable String alias,
            @Nullable String password,
            @Nullable String passwordEnv,
            @Nullable Path passwordFile) {
        @Override
        public String toString() {
            return "Key[" + file + "]";
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
     */
    public record Revocation(
            @DefaultValue List<String> hosts,
            @Nullable String gateway,
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("10s") Duration readTimeout) {}
}
