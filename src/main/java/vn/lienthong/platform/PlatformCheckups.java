package vn.lienthong.platform;

import java.util.List;
import org.springframework.core.env.Environment;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.GatewayClock;

/** What this room lets {@code doctor} look at. */
public final class PlatformCheckups {
    private PlatformCheckups() {}

    /** Data folder, database and clock of these settings. */
    public static List<Checkup> of(Environment environment, PlatformProperties settings, GatewayClock clock) {
        return List.of(new DataFolderCheckup(environment, settings), new DatabaseCheckup(environment, settings, clock));
    }

    /** What a person can change about settings that cannot be read; empty for everything that is our mistake. */
    public static List<Bilingual> whatIsWrong(Throwable failure) {
        return StartFailure.findings(failure);
    }
}
