package vn.lienthong.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes a file into an answer as it comes off the disk; a browser is told to save it and to believe its type. */
@Component
class Downloads {
    private static final int BUFFER = 64 * 1024;

    private final FileStore store;

    Downloads(FileStore store) {
        this.store = store;
    }

    /** Answers with the file; fails before the first byte of the answer when the file cannot be read. */
    void send(StoredFile file, String saveAs, HttpServletResponse response) throws IOException {
        try (InputStream in = store.open(file.name()).orElseThrow(FileProblems::unreachable)) {
            byte[] buffer = new byte[BUFFER];
            int read = first(in, buffer);
            response.setStatus(HttpStatus.OK.value());
            response.setContentType(file.mediaType());
            response.setContentLengthLong(file.size());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(saveAs).build().toString());
            OutputStream out = response.getOutputStream();
            for (; read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }

    /** A damaged file shows at its first segment, while a proper refusal can still be sent. */
    private static int first(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException damaged) {
            throw FileProblems.unreachable();
        }
    }
}
