package vn.lienthong.platform;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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

    /**
     * A connection to the gateway's database that gives up soon and can change nothing; empty when the embedded one is meant and
     * does not run.
     */
    public static Optional<Connection> connection(Environment environment, PlatformProperties settings)
            throws IOException, SQLException {
        Optional<DatabaseAddress> address = DatabaseAddress.find(
                environment, settings.data().toAbsolutePath().normalize());
        return address.isEmpty() ? Optional.empty() : Optional.of(address.get().open());
    }

    /** What a person can change about settings that cannot be read; empty for everything that is our mistake. */
    public static List<Bilingual> whatIsWrong(Throwable failure) {
        return StartFailure.findings(failure);
    }
}
