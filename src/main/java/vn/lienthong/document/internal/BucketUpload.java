package vn.lienthong.document.internal;

import static vn.lienthong.document.internal.FaultReader.ask;
import static vn.lienthong.document.internal.FaultReader.genuine;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import vn.lienthong.document.Sha256Name;

/**
 * A file on its way into a bucket. One part at a time is held in memory; what fits into one goes in one call, which nobody
 * sees before it is whole, more goes in parts, which nobody sees before they are declared one file.
 */
final class BucketUpload implements Incoming {
    /** The least that stores allow for any part but the last. */
    static final int PART = 5 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(BucketUpload.class);

    private final Bucket home;
    private final S3Client client;
    private final String bucket;
    private final Sha256Name name;
    private final UploadRepository uploads;
    private final PartBuffer part = new PartBuffer(PART);
    private final List<CompletedPart> sent = new ArrayList<>();
    private UploadRepository.@Nullable Upload upload;
    private boolean published;

    BucketUpload(Bucket home, S3Client client, String bucket, Sha256Name name, UploadRepository uploads) {
        this.home = home;
        this.client = client;
        this.bucket = bucket;
        this.name = name;
        this.uploads = uploads;
    }

    @Override
    public OutputStream body() {
        return new OutputStream() {
            @Override
            public void write(int one) throws DepotTrouble {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws DepotTrouble {
                for (int at = 0; at < length; ) {
                    if (part.isFull()) {
                        sendPart(inParts());
                    }
                    at += part.take(bytes, from + at, length - at);
                }
            }
        };
    }

    @Override
    public void publish() throws DepotTrouble {
        UploadRepository.Upload begun = upload;
        if (begun == null) {
            putWhole();
        } else {
            sendPart(begun);
            declareWhole(begun);
        }
        published = true;
    }

    private void putWhole() throws DepotTrouble {
        String tag = ask(() -> genuine(client.putObject(
                        request -> request.bucket(bucket).key(home.key(name)).contentMD5(part.md5()), content()))
                .eTag());
        requireTag(tag);
    }

    /** From the first call on the file goes in parts. */
    UploadRepository.Upload inParts() throws DepotTrouble {
        UploadRepository.Upload begun = upload;
        if (begun == null) {
            String id = ask(() -> genuine(client.createMultipartUpload(
                            request -> request.bucket(bucket).key(home.key(name))))
                    .uploadId());
            requireTag(id);
            begun = new UploadRepository.Upload(name, id);
            upload = begun;
            uploads.begun(begun);
        }
        return begun;
    }

    private void sendPart(UploadRepository.Upload begun) throws DepotTrouble {
        int number = sent.size() + 1;
        String tag = ask(() -> genuine(client.uploadPart(
                        request -> request.bucket(bucket)
                                .key(home.key(name))
                                .uploadId(begun.id())
                                .partNumber(number)
                                .contentMD5(part.md5()),
                        content()))
                .eTag());
        requireTag(tag);
        sent.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        part.empty();
    }

    private void declareWhole(UploadRepository.Upload begun) throws DepotTrouble {
        try {
            String tag = ask(() -> genuine(client.completeMultipartUpload(request -> request.bucket(bucket)
                            .key(home.key(name))
                            .uploadId(begun.id())
                            .multipartUpload(parts -> parts.parts(sent))))
                    .eTag());
            requireTag(tag);
        } catch (DepotTrouble unsure) {
            // the answer may have been lost, not the call; whatever is seen under this name is whole
            if (!home.isThere(name)) {
                throw unsure;
            }
        }
    }

    private RequestBody content() {
        return RequestBody.fromContentProvider(this::bytes, part.size(), "application/octet-stream");
    }

    private ByteArrayInputStream bytes() {
        return part.read();
    }

    private static void requireTag(@Nullable String tag) throws DepotTrouble {
        if (tag == null) {
            throw new DepotTrouble(Fault.GARBAGE, null);
        }
    }

    @Override
    public void close() {
        UploadRepository.Upload begun = upload;
        if (begun == null) {
            return;
        }
        try {
            if (published && !sent.isEmpty()) {
                uploads.over(begun);
            } else {
                // remembered still: a part that is on its way may arrive after this
                home.abort(begun);
            }
        } catch (DepotTrouble | DataAccessException left) {
            LOG.warn("Sẽ dọn sau phần tệp còn dở / parts left in the store are removed later: {}", left.getMessage());
        }
    }
}
