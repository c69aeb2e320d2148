package vn.lienthong.document;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.kernel.Bilingual;

/**
 * The S3-compatible store of files: {@code lienthong.document.s3.*}; read where {@code lienthong.document.store} is
 * {@code s3}.
 *
 * @param endpoint address of its API, such as {@code https://s3.example.vn:9000}
 * @param region region that signatures name (default us-east-1, which most stores of one's own expect)
 * @param bucket bucket of the files; it must be there
 * @param prefix what stands before each name in the bucket, such as {@code lienthong/} (default: nothing)
 * @param pathStyle whether the bucket is named in the path and not in the host name (default true)
 * @param keyFile file of two lines, access key and secret key; a changed file is enough to change the key
 * @param certificates PEM file of the authorities that vouch for its certificate (default: those of Java)
 * @param connectTimeout longest time for a connection (default 3 s)
 * @param readTimeout longest silence (default 10 s)
 * @param longestCall longest time of one call with its repeats; a call carries 5 MB at most (default 45 s)
 * @param attempts how often a call that fails is tried in all (default 3)
 */
public record BucketProperties(
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") @NotBlank String region,
        @Nullable String bucket,

        @DefaultValue("") @Pattern(regexp = "([A-Za-z0-9_.-]+/)*")
        String prefix,

        @DefaultValue("true") boolean pathStyle,
        @Nullable Path keyFile,
        @Nullable Path certificates,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("45s") Duration longestCall,
        @DefaultValue("3") @Min(1) @Max(10) int attempts) {

    /** What must be set before the store can be used; empty when nothing is missing. */
    public List<Bilingual> missing() {
        List<Bilingual> missing = new ArrayList<>();
        if (endpoint == null
                || endpoint.getHost() == null
                || !String.valueOf(endpoint.getScheme()).matches("https?")) {
            missing.add(needed("endpoint", "địa chỉ http(s) của kho", "the store's http(s) address"));
        }
        if (bucket == null || bucket.isBlank()) {
            missing.add(needed("bucket", "tên bucket", "the bucket's name"));
        }
        if (keyFile == null) {
            missing.add(
                    needed("key-file", "tệp hai dòng: khóa truy cập, khóa bí mật", "a file of two lines: its keys"));
        }
        return missing;
    }

    private static Bilingual needed(String name, String vi, String en) {
        return new Bilingual(
                "lienthong.document.s3." + name + ": cần " + vi + " khi lienthong.document.store=s3",
                "lienthong.document.s3." + name + ": " + en + " is needed with lienthong.document.store=s3");
    }
}
