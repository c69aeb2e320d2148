package vn.lienthong.post.handover;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the post hands collected dossiers over: {@code lienthong.post.handover.*}.
 *
 * @param items most items of one manifest (default 5000)
 * @param largestManifest largest body of a manifest (default 20 MB); never above {@code lienthong.intake.bodies-in-memory}
 * @param atOnce most manifests judged at one time on one node (default 2); others wait up to 20 s, then are asked to come
 *     again
 * @param itemsPerCall how many items count as one call of the caller's pace (default 50)
 * @param receiver who receives, as it stands on the record (default Hệ thống thông tin giải quyết thủ tục hành chính của
 *     tỉnh)
 * @param sealKey id of the key below {@code lienthong.signing.keys} that seals records (default gateway)
 * @param sealWait how long a record waits for a time-stamp before it is handed out without one (default 10 min); the stamped
 *     one follows
 */
@Validated
@ConfigurationProperties("lienthong.post.handover")
public record HandoverProperties(
        @DefaultValue("5000") @Min(1) @Max(5000) int items,
        @DefaultValue("20MB") DataSize largestManifest,
        @DefaultValue("2") @Min(1) @Max(16) int atOnce,
        @DefaultValue("50") @Min(1) @Max(5000) int itemsPerCall,

        @DefaultValue("Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh") @NotBlank
        String receiver,

        @DefaultValue("gateway") @NotBlank String sealKey,
        @DefaultValue("10m") Duration sealWait) {}
