package vn.lienthong.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;
import vn.lienthong.document.BucketProperties;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.testing.S3Server;
import vn.lienthong.testing.TestDatabase;

/** A bucket of its own in a real S3 server, and what lies in it as the server tells. */
public final class S3World {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    public final UploadRepository uploads = new UploadRepository(new JdbcTemplate(DATABASE.dataSource()));
    public final String name = "tep-" + UUID.randomUUID();
    private final Path folder;
    private final S3Client direct;

    /** In this folder lies the key. */
    public S3World(Path folder) {
        this.folder = folder;
        this.direct = client(settings(Map.of()));
        direct.createBucket(request -> request.bucket(name));
    }

    /** Settings that fit, but for these. */
    public BucketProperties settings(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "s3.endpoint",
                S3Server.shared().url().toString(),
                "s3.bucket",
                name,
                "s3.prefix",
                "lienthong/",
                "s3.connect-timeout",
                "2s",
                "s3.read-timeout",
                "10s",
                "s3.key-file",
                key(S3Server.ACCESS_KEY, S3Server.SECRET_KEY).toString()));
        more.forEach((name, value) -> values.put("s3." + name, value));
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("s3", BucketProperties.class)
                .get();
    }

    /** A file with this key. */
    public Path key(String... lines) {
        try {
            return Files.write(folder.resolve("key-" + UUID.randomUUID()), List.of(lines));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As the gateway would use it with these settings. */
    public Bucket bucket(String... more) {
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < more.length; at += 2) {
            values.put(more[at], more[at + 1]);
        }
        try {
            return Bucket.open(settings(values), uploads);
        } catch (DepotTrouble unfit) {
            throw new UncheckedIOException(unfit);
        }
    }

    /** The same bucket, called at another address. */
    public Bucket bucketAt(URI url, String... more) {
        String[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "endpoint";
        all[more.length + 1] = url.toString();
        return bucket(all);
    }

    /** Everything that can be seen. */
    public List<String> seen() {
        return direct.listObjectsV2(request -> request.bucket(name)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** Uploads in parts that are neither declared whole nor taken back. */
    public List<String> unfinished() {
        return direct.listMultipartUploads(request -> request.bucket(name)).uploads().stream()
                .map(MultipartUpload::key)
                .toList();
    }

    /** Puts these bytes where a file lies. */
    public void overwrite(Sha256Name file, byte[] bytes) {
        String hex = file.hex();
        direct.putObject(
                request -> request.bucket(name)
                        .key("lienthong/" + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex),
                RequestBody.fromBytes(bytes));
    }

    private static S3Client client(BucketProperties settings) {
        try {
            return BucketLine.open(settings);
        } catch (DepotTrouble unfit) {
            throw new UncheckedIOException(unfit);
        }
    }
}
