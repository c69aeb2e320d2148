package vn.lienthong.document;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files and results are kept and handed out: {@code lienthong.document.*}.
 *
 * @param store where files lie: {@code folder} (default) or {@code s3}, an S3-compatible store
 * @param s3 that store
 * @param folder folder of the files, the same one for all nodes (default {@code <data>/files}, for one node only)
 * @param publicAddress address under which partners reach this gateway, the beginning of every link (default
 *     {@code http://localhost:8080}; production: https)
 * @param largestAttachment largest file that is taken in (default 250 MB)
 * @param leastDisk free space of the folder's disk below which no file is taken in (default 512 MB)
 * @param uploads most files that come in at one time (default 16); who comes then is asked to come again
 * @param longestUpload longest time one file may take to come in (default 30 min)
 * @param sealWait how long a result waits for a time-stamp before it goes out sealed without one (default 4 h)
 * @param judgeAgain how long a result whose signatures could not be confirmed is judged again (default 3 days)
 * @param seals which key seals for which agencies; default none: results cannot be sealed
 * @param agencyCertificate which certificates are an agency's and not a person's: what their subject holds, as a regular
 *     expression
 */
@Validated
@ConfigurationProperties("lienthong.document")
public record DocumentProperties(
        @DefaultValue("folder") Store store,
        @DefaultValue @Valid BucketProperties s3,
        @Nullable Path folder,
        @DefaultValue("http://localhost:8080") URI publicAddress,
        @DefaultValue("250MB") DataSize largestAttachment,
        @DefaultValue("512MB") DataSize leastDisk,
        @DefaultValue("16") @Min(1) @Max(1000) int uploads,
        @DefaultValue("30m") Duration longestUpload,
        @DefaultValue("4h") Duration sealWait,
        @DefaultValue("3d") Duration judgeAgain,
        @DefaultValue @Valid List<Seal> seals,

        @DefaultValue("(UID=MST:|2\\.5\\.4\\.97=|OU=[A-Z][0-9]{2}\\b)")
        Pattern agencyCertificate) {

    /** Where files lie. */
    public enum Store {
        /** On disk. */
        FOLDER,
        /** In a bucket. */
        S3
    }

    /**
     * A seal.
     *
     * @param agency the agency it is for, and those below it that have none of their own
     * @param key id of the key below {@code lienthong.signing.keys}
     */
    public record Seal(@NotBlank String agency, @NotBlank String key) {
        private boolean covers(String code) {
            return code.equals(agency) || code.startsWith(agency + ".");
        }
    }

    /** The key that seals for this agency: its own, else that of the nearest above it by code. */
    Optional<String> sealKey(String agency) {
        return seals.stream()
                .filter(seal -> seal.covers(agency))
                .max(Comparator.comparingInt(seal -> seal.agency().length()))
                .map(Seal::key);
    }
}
