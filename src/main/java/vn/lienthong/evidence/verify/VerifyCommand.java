package vn.lienthong.evidence.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.signing.SignerName;

/** {@code java -jar lienthong.jar verify FILE…}: checks evidence on any machine, without network and without a database. */
public final class VerifyCommand {
    private static final String SAMPLE_ROOT = "classpath:certs-sample/root.pem";
    private static final long LARGEST = 80L << 20;
    private static final String HELP = """
            java -jar lienthong.jar verify [--trust FILE]… [--signer NAME]… [--json] FILE|DIR…

            Kiểm tra gói bằng chứng (.asice) mà không cần mạng, không cần cơ sở dữ liệu; nêu mọi điều tìm thấy.
            Checks evidence containers (.asice) without network and database; lists all findings.
              --trust FILE   chứng thư gốc được tin, PEM hoặc DER; không nêu thì chỉ tin gốc MẪU
                             / a root certificate that is believed; without one only the SAMPLE root is
              --signer NAME  bên ký phải là: trọn tên CN hoặc trọn tên DN trong chứng thư; nêu nhiều lần được khi đổi khóa
                             / who must have signed: the certificate's whole CN or whole DN; several after a change of keys
              --json         trả lời dạng JSON / answer as JSON
            DIR: mọi tệp .asice trong thư mục / every .asice in the folder. Nhiều tệp: đối chiếu các điểm chốt của cùng một cây.
            / Of several files the checkpoints are held against each other.
            Tình trạng thu hồi chứng thư không kiểm tra được khi không có mạng. / Revocation cannot be checked offline.
            Kết thúc / exit: 0 tốt / good, 1 có vấn đề / a finding, 2 sai tham số / wrong usage,
            3 nguyên vẹn nhưng có --trust mà không nêu --signer: ai dưới gốc ấy cũng ký được
            / intact, but --trust without --signer: anybody below that root could have signed;
            hoặc nguyên vẹn nhưng dấu thời gian đã quá hạn chứng thư mà chưa được gia hạn
            / or intact, but a time-stamp has outlived its certificate without renewal.
            """;

    private VerifyCommand() {}

    private record Wish(List<String> trust, List<SignerName> signers, boolean json, boolean help, List<Path> files) {
        /** Only the sample root, whose signatures are worth nothing anyway, is believed without a name. */
        boolean anybody() {
            return signers.isEmpty() && !trust.isEmpty();
        }

        List<String> roots() {
            return trust.isEmpty() ? List.of(SAMPLE_ROOT) : trust;
        }
    }

    /**
     * Checks the files named; 0 when all are good, 1 after a finding, 2 on wrong usage, 3 when anybody may have signed or a time
     * is proven no more.
     */
    public static int run(String[] arguments) {
        return run(arguments, System.out, System.err, new SettableClock());
    }

    static int run(String[] arguments, PrintStream out, PrintStream err, GatewayClock clock) {
        try {
            Wish wish = read(List.of(arguments).iterator());
            if (wish.help()) {
                out.print(HELP);
                return 0;
            }
            if (wish.files().isEmpty()) {
                throw new IllegalArgumentException("FILE");
            }
            return check(wish, out, clock.now());
        } catch (IllegalArgumentException | IOException | GeneralSecurityException wrong) {
            err.println("Tham số không hợp lệ / wrong argument: " + wrong.getMessage());
            err.print(HELP);
            return 2;
        }
    }

    private static Wish read(Iterator<String> arguments) {
        List<String> trust = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<SignerName> signers = new ArrayList<>();
        boolean json = false;
        boolean help = false;
        while (arguments.hasNext()) {
            String word = arguments.next();
            switch (word) {
                case "--help", "-h" -> help = true;
                case "--json" -> json = true;
                case "--trust" -> trust.add(value(word, arguments));
                case "--signer" -> signers.add(SignerName.of(value(word, arguments)));
                default -> {
                    if (word.startsWith("--")) {
                        throw new IllegalArgumentException(word);
                    }
                    files.add(Path.of(word));
                }
            }
        }
        return new Wish(trust, signers, json, help, files);
    }

    private static String value(String name, Iterator<String> arguments) {
        if (!arguments.hasNext()) {
            throw new IllegalArgumentException(name);
        }
        return arguments.next();
    }

    private static int check(Wish wish, PrintStream out, Instant now) throws IOException, GeneralSecurityException {
        ContainerCheck containers = new ContainerCheck(Seals.trusting(wish.roots()), wish.signers(), now);
        TreeCheck trees = new TreeCheck();
        ReportWriter writer = wish.json() ? new JsonReportWriter(out) : new TextReportWriter(out);
        boolean good = true;
        boolean open = wish.anybody();
        for (Path file : all(wish.files())) {
            Report report = one(containers, file);
            if (wish.signers().isEmpty() && report.passed()) {
                report.add(Words.warning(Words.SIGNER_NOT_NAMED));
            }
            trees.add(report);
            writer.write(report);
            good &= report.passed();
            open |= report.timeIsOpen();
        }
        writer.end(trees);
        if (!good || !trees.passed()) {
            return 1;
        }
        return open ? 3 : 0;
    }

    private static List<Path> all(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.list(path)) {
                inside.filter(file -> file.toString().endsWith(".asice"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static Report one(ContainerCheck containers, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return unread(file, "FILE-TOO-LARGE");
            }
            return containers.check(file.toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return unread(file, "FILE-UNREADABLE");
        }
    }

    private static Report unread(Path file, String code) {
        Report report = new Report(file.toString());
        report.add(Words.error(code));
        return report;
    }
}
