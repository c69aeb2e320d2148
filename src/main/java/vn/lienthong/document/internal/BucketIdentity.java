package vn.lienthong.document.internal;

import static vn.lienthong.document.internal.FaultReader.ask;
import static vn.lienthong.document.internal.FaultReader.genuine;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The name that a bucket carries, beside its files, as a folder does. */
record BucketIdentity(S3Client client, String bucket, String key) {
    private static final int LONGEST = 64;

    Optional<UUID> read() throws DepotTrouble {
        return ask(() -> {
            try (InputStream in =
                    client.getObject(request -> request.bucket(bucket).key(key))) {
                String text = new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII);
                return Optional.of(UUID.fromString(text.strip()));
            } catch (NoSuchKeyException missing) {
                return Optional.empty();
            }
        });
    }

    UUID give(UUID fresh) throws DepotTrouble {
        Optional<UUID> known = read();
        if (known.isPresent()) {
            return known.get();
        }
        ask(() -> genuine(client.putObject(
                request -> request.bucket(bucket).key(key), RequestBody.fromString(fresh.toString()))));
        return read().orElseThrow(() -> new DepotTrouble(Fault.GARBAGE, null));
    }
}
