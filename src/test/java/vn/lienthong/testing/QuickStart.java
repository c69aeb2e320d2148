package vn.lienthong.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program in the form that starts soonest, made once per test JVM: taken apart, its classes kept in an archive that the
 * first orderly end of a gateway writes. Its virtual machine cares for a quick start, not for speed.
 *
 * @param program what to start
 * @param options what to start it with
 */
public record QuickStart(Program program, List<String> options) {
    private static final List<String> FRUGAL = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** The one of this test JVM. */
    public static QuickStart ofThisBuild() {
        return Holder.MADE;
    }

    private static QuickStart made() {
        Path folder = WorkFolder.fresh("program");
        Program program = Program.unpacked(folder);
        List<String> options = new ArrayList<>(FRUGAL);
        if (program.archivable()) {
            options.addAll(List.of(
                    "-Xshare:auto",
                    "-XX:+AutoCreateSharedArchive",
                    "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                    "-Xlog:cds=off",
                    "-Xlog:cds+dynamic=off"));
        }
        return new QuickStart(program, List.copyOf(options));
    }

    private static final class Holder {
        static final QuickStart MADE = made();
    }
}
