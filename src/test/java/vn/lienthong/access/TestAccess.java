package vn.lienthong.access;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.kernel.GatewayClock;

/** Opens the room for tests that run without the application. */
public final class TestAccess {
    private TestAccess() {}

    /** The audit of this database. */
    public static Audit audit(JdbcClient jdbc, GatewayClock clock) {
        return new Audit(new AuditRepository(jdbc), clock);
    }

    /** Rights where an agency's code alone tells what lies below it. */
    public static Rights rights() {
        return new Rights(new Agencies(List.of()));
    }

    /** A configuration in which systems of these agencies may read their inboxes. */
    public static AccessProperties readers(String... agencies) {
        List<AccessProperties.Client> clients = Stream.of(agencies)
                .map(code -> new AccessProperties.Client(
                        code, code, code, Set.of(Scopes.INBOX_READ), null, "sandbox-" + code, null, null, null))
                .toList();
        return new AccessProperties(
                URI.create("http://localhost"),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofDays(90),
                false,
                clients,
                List.of());
    }

    /** Somebody signed in at the operator's desk. */
    public static Caller operator(OperatorRole role) {
        return new Caller(
                role.name().toLowerCase(Locale.ROOT),
                role.title().vi(),
                null,
                role.scopes(),
                role,
                Caller.Kind.OPERATOR);
    }

    /** An agency's system that may read and write dossiers. */
    public static Caller agency(String code) {
        return new Caller(
                code, code, code, Set.of(Scopes.DOSSIER_READ, Scopes.DOSSIER_WRITE), null, Caller.Kind.CLIENT);
    }
}
