package vn.lienthong.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How dossiers are taken in: {@code lienthong.intake.*}.
 *
 * @param writers how many groups may commit at one time; requests of one dossier always share a writer; fewer
 *     writers make larger groups, so raise it only on servers with many cores (default 1)
 * @param group most requests in one commit (default 64)
 * @param waiting most requests that may wait for a commit before callers are asked to come later (default 2000)
 * @param patience longest wait for a commit before the caller is asked to come later (default 30 s)
 * @param largestBody largest body of one dossier or step (default 2 MB)
 * @param largestBatch largest body of a batch (default 8 MB)
 * @param largestResult largest body of a result, its document included (default 20 MB)
 * @param bodiesInMemory most memory for bodies above 32 KB that are being read and stored; who finds it taken is asked to
 *     come later (default 32 MB)
 * @param leastDisk free space of the data folder below which nothing new is taken in (default 256 MB)
 * @param keepAnswers how long an Idempotency-Key is honoured (default 7 days)
 */
@Validated
@ConfigurationProperties("lienthong.intake")
public record IntakeProperties(
        @DefaultValue("1") @Min(1) @Max(16) int writers,
        @DefaultValue("64") @Min(1) @Max(500) int group,
        @DefaultValue("2000") @Min(10) int waiting,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("2MB") DataSize largestBody,
        @DefaultValue("8MB") DataSize largestBatch,
        @DefaultValue("20MB") DataSize largestResult,
        @DefaultValue("32MB") DataSize bodiesInMemory,
        @DefaultValue("256MB") DataSize leastDisk,
        @DefaultValue("7d") Duration keepAnswers) {}
