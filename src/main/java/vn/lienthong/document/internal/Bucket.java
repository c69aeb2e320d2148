package vn.lienthong.document.internal;

import static vn.lienthong.document.internal.FaultReader.ask;
import static vn.lienthong.document.internal.FaultReader.genuine;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import vn.lienthong.document.BucketProperties;
import vn.lienthong.document.Sha256Name;

/**
 * Files in a bucket of an S3-compatible store, under the same names as they would have in a folder: either can be copied
 * into the other. A file becomes seen in one step, by the store's own promise, and only after its digest was checked.
 */
public final class Bucket implements Depot {
    private static final String IDENTITY = "store.id";
    private static final int DIGEST_BYTES = 32;

    private final S3Client client;
    private final BucketProperties settings;
    private final String bucket;
    private final UploadRepository uploads;
    private final BucketIdentity identity;

    private Bucket(S3Client client, BucketProperties settings, String bucket, UploadRepository uploads) {
        this.client = client;
        this.settings = settings;
        this.bucket = bucket;
        this.uploads = uploads;
        this.identity = identity(client, settings, bucket);
    }

    /** Calls nobody yet. */
    public static Bucket open(BucketProperties settings, UploadRepository uploads) throws DepotTrouble {
        String bucket = settings.bucket();
        if (bucket == null) {
            throw new DepotTrouble(Fault.NO_BUCKET, null);
        }
        return new Bucket(BucketLine.open(settings), settings, bucket, uploads);
    }

    static BucketIdentity identity(S3Client client, BucketProperties settings, String bucket) {
        return new BucketIdentity(client, bucket, settings.prefix() + IDENTITY);
    }

    @Override
    public boolean isThere(Sha256Name name) throws DepotTrouble {
        return ask(() -> {
            try {
                // a page of a proxy has no tag
                return genuine(client.headObject(
                                        request -> request.bucket(bucket).key(key(name))))
                                .eTag()
                        != null;
            } catch (NoSuchKeyException missing) {
                return false;
            }
        });
    }

    @Override
    public Optional<InputStream> open(Sha256Name name) throws DepotTrouble {
        return ask(() -> {
            try {
                ResponseInputStream<GetObjectResponse> answer =
                        client.getObject(request -> request.bucket(bucket).key(key(name)));
                return Optional.of(new ResumedRead(answer, settings.attempts(), (from, tag) -> rest(name, from, tag)));
            } catch (NoSuchKeyException missing) {
                return Optional.empty();
            }
        });
    }

    private ResponseInputStream<GetObjectResponse> rest(Sha256Name name, long from, String tag) throws DepotTrouble {
        return ask(() -> client.getObject(request -> request.bucket(bucket)
                .key(key(name))
                .range("bytes=" + from + "-")
                .ifMatch(tag)));
    }

    @Override
    public Incoming begin(Sha256Name name) {
        return new BucketUpload(this, client, bucket, name, uploads);
    }

    @Override
    public void remove(Sha256Name name) throws DepotTrouble {
        ask(() -> genuine(client.deleteObject(request -> request.bucket(bucket).key(key(name)))));
    }

    @Override
    public int sweep(Instant before) throws DepotTrouble {
        int removed = 0;
        for (UploadRepository.Upload upload : uploads.begunBefore(before)) {
            if (abort(upload)) {
                removed++;
            }
            uploads.over(upload);
        }
        return removed;
    }

    /** Takes back all parts of an upload; false if the store knows it no more. */
    boolean abort(UploadRepository.Upload upload) throws DepotTrouble {
        return ask(() -> {
            try {
                genuine(client.abortMultipartUpload(request ->
                        request.bucket(bucket).key(key(upload.name())).uploadId(upload.id())));
                return true;
            } catch (NoSuchUploadException over) {
                return false;
            }
        });
    }

    @Override
    public long free() {
        return Long.MAX_VALUE;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public Optional<UUID> identity() throws DepotTrouble {
        return identity.read();
    }

    @Override
    public UUID identify(UUID fresh) throws DepotTrouble {
        return identity.give(fresh);
    }

    @Override
    public void prove() throws IOException {
        byte[] random = new byte[DIGEST_BYTES];
        new SecureRandom().nextBytes(random);
        Sha256Name name = new Sha256Name(HexFormat.of().formatHex(random));
        try (BucketUpload upload = new BucketUpload(this, client, bucket, name, uploads)) {
            upload.body().write(random);
            upload.publish();
            upload.inParts();
        }
        try (InputStream in = open(name).orElseThrow(() -> new DepotTrouble(Fault.GARBAGE, null))) {
            if (!Arrays.equals(in.readAllBytes(), random)) {
                throw new DepotTrouble(Fault.GARBAGE, null);
            }
        } finally {
            remove(name);
        }
        if (isThere(name)) { // refused where the key may not list: then every new file would be
            throw new DepotTrouble(Fault.GARBAGE, null);
        }
    }

    @Override
    public String where() {
        return bucket + " (" + settings.endpoint() + ")";
    }

    @Override
    public void close() {
        client.close();
    }

    String key(Sha256Name name) {
        String hex = name.hex();
        return settings.prefix() + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex;
    }
}
