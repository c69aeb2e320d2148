package vn.lienthong.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** The parts of a {@code multipart/form-data} body (RFC 7578) that is in memory already, so that nothing lies about on disk. */
public final class MultipartBody {
    private static final int MOST_PARTS = 10;
    private static final int LONGEST_HEADER = 4 * 1024;

    private final Map<String, byte[]> parts;

    private MultipartBody(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** Reads the body; refuses with 400 one that is broken, has too many parts, or a part twice. */
    public static MultipartBody read(@Nullable String contentType, byte[] body) {
        FileUpload upload = new FileUpload();
        upload.setPartHeaderSizeMax(LONGEST_HEADER);
        Map<String, byte[]> parts = new HashMap<>();
        try {
            FileItemIterator items = upload.getItemIterator(new Bytes(contentType, body));
            while (items.hasNext()) {
                FileItemStream item = items.next();
                String name = item.getFieldName();
                try (InputStream in = item.openStream()) {
                    if (name == null || parts.put(name, in.readAllBytes()) != null || parts.size() > MOST_PARTS) {
                        throw broken();
                    }
                }
            }
        } catch (IOException unreadable) {
            throw broken();
        }
        return new MultipartBody(parts);
    }

    /** One part's bytes. */
    public Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    private static ProblemException broken() {
        return new ProblemException(Problem.of(
                400,
                "MULTIPART-BROKEN",
                "Thân multipart/form-data sai định dạng, có phần lặp lại hoặc quá nhiều phần.",
                "The multipart/form-data body is broken, repeats a part or has too many."));
    }

    @SuppressWarnings("ArrayRecordComponent") // read once
    private record Bytes(@Nullable String contentType, byte[] body) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public @Nullable String getContentType() {
            return contentType;
        }

        @Override
        public long contentLength() {
            return body.length;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
