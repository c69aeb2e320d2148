package vn.lienthong.document.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The access key, read anew for each call, so that a changed file is enough to change it. */
final class KeyFile implements AwsCredentialsProvider {
    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return read();
        } catch (DepotTrouble unreadable) {
            throw SdkClientException.create("The access key cannot be read", unreadable);
        }
    }

    AwsCredentials read() throws DepotTrouble {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.size() != 2) {
                throw new DepotTrouble(Fault.KEY_FILE, null);
            }
            return AwsBasicCredentials.create(lines.getFirst(), lines.getLast());
        } catch (DepotTrouble incomplete) {
            throw incomplete;
        } catch (IOException unreadable) {
            throw new DepotTrouble(Fault.KEY_FILE, unreadable);
        }
    }
}
