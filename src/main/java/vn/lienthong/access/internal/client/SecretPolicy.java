package vn.lienthong.access.internal.client;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.kernel.Bilingual;

/** What a secret must be in production. */
final class SecretPolicy {
    /** Programs do not type: their secrets are random, 128 bits or more, and need no slow hash. */
    static final int PROGRAM = 32;

    static final int PERSON = 12;

    private SecretPolicy() {}

    /** What is wrong with this secret; a hash on disk is only judged by how it was given. */
    static List<Bilingual> findings(String owner, boolean inline, String secret, int shortest) {
        List<Bilingual> findings = new ArrayList<>();
        if (inline) {
            findings.add(finding(
                    owner,
                    "bí mật ghi thẳng trong cấu hình; hãy dùng tệp hoặc biến môi trường",
                    "its secret stands in the configuration; use a file or an environment variable"));
        }
        if (secret.startsWith("sandbox-") || secret.equals(owner)) {
            findings.add(finding(owner, "đang dùng bí mật mẫu của sandbox", "uses a secret of the sandbox"));
        } else if (!SecretHasher.isHashed(secret) && secret.length() < shortest) {
            findings.add(finding(
                    owner,
                    "bí mật cần ít nhất " + shortest + " ký tự",
                    "its secret needs at least " + shortest + " characters"));
        }
        return findings;
    }

    private static Bilingual finding(String owner, String vi, String en) {
        return new Bilingual("Tài khoản " + owner + ": " + vi, "account " + owner + ": " + en);
    }
}
