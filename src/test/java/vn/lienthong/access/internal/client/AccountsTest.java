package vn.lienthong.access.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import vn.lienthong.access.AccessProperties;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;

class AccountsTest {
    private static final String LONG = "c2VjcmV0LXdpdGgtMTI4LWJpdHMtb2YtZW50cm9weQ";
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void readsASecretFromAFile_withoutItsLineEnd(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), LONG + "\n");
        Accounts accounts = accounts(client("H15", null, file, null));
        assertThat(accounts.client("H15", LONG)).isPresent();
        assertThat(accounts.client("H15", LONG + "\n")).isEmpty();
        assertThat(accounts.findings()).isEmpty();
    }

    @Test
    void readsASecretFromTheEnvironment() {
        environment.setProperty("H15_SECRET", LONG);
        assertThat(accounts(client("H15", null, null, "H15_SECRET")).client("H15", LONG))
                .isPresent();
    }

    @Test
    void acceptsAHashInPlaceOfTheSecret_timeAndAgain(@TempDir Path folder) throws IOException {
        String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(LONG);
        Accounts accounts = accounts(client("H15", null, Files.writeString(folder.resolve("hash"), hash), null));
        assertThat(accounts.client("H15", LONG)).isPresent();
        assertThat(accounts.client("H15", LONG)).isPresent();
        assertThat(accounts.client("H15", "other")).isEmpty();
        assertThat(accounts.client("H15", hash)).as("the hash is no secret").isEmpty();
        assertThat(accounts.findings()).isEmpty();
    }

    @Test
    void refusesTheStart_withoutASecret_orWithTwo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), LONG);
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        refused(client("H15", null, null, null));
        refused(client("H15", LONG, file, null));
        refused(client("H15", null, empty, null));
        refused(client("H15", null, folder.resolve("missing"), null));
        refused(client("H15", null, null, "NOT_SET"));
    }

    @Test
    void refusesTheStart_onAScopeThatDoesNotExist() {
        refused(new AccessProperties.Client("a", "A", null, Set.of("dossier.wirte"), null, LONG, null, null, null));
    }

    @Test
    void refusesTheStart_onAnActingClientWithoutRole() {
        refused(new AccessProperties.Client("a", "A", null, Set.of("operator.act"), null, LONG, null, null, null));
    }

    @Test
    void refusesTheStart_onTwoClientsOfOneId() {
        AccessProperties.Client client = client("H15", LONG, null, null);
        assertThatThrownBy(() -> accounts(client, client)).isInstanceOf(StartRefused.class);
    }

    @Test
    void findsSandboxSecrets_beforeProduction(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "sandbox-H15.02-which-is-quite-long-but-known");
        assertThat(findings(client("H15.02", null, file, null)))
                .singleElement()
                .asString()
                .contains("sandbox");
    }

    @Test
    void findsInlineAndShortSecrets_beforeProduction(@TempDir Path folder) throws IOException {
        assertThat(findings(client("H15", LONG, null, null)))
                .singleElement()
                .asString()
                .contains("configuration");
        Path file = Files.writeString(folder.resolve("secret"), "short");
        assertThat(findings(client("H15", null, file, null)))
                .singleElement()
                .asString()
                .contains("32");
    }

    @Test
    void findsAPasswordThatIsTheUserName_beforeProduction(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "administrator");
        var person = new AccessProperties.Operator("administrator", "A", OperatorRole.LEAD, null, file, null);
        Accounts accounts = new Accounts(properties(List.of(), List.of(person)), environment, new SecretHasher());
        assertThat(accounts.findings()).hasSize(1);
    }

    private List<String> findings(AccessProperties.Client client) {
        return accounts(client).findings().stream().map(Bilingual::en).toList();
    }

    private void refused(AccessProperties.Client client) {
        assertThatThrownBy(() -> accounts(client)).isInstanceOf(StartRefused.class);
    }

    private Accounts accounts(AccessProperties.Client... clients) {
        return new Accounts(properties(List.of(clients), List.of()), environment, new SecretHasher());
    }

    private static AccessProperties.Client client(
            String id, @Nullable String secret, @Nullable Path file, @Nullable String variable) {
        return new AccessProperties.Client(id, id, id, Set.of("dossier.read"), null, secret, file, variable, null);
    }

    private static AccessProperties properties(
            List<AccessProperties.Client> clients, List<AccessProperties.Operator> operators) {
        return new AccessProperties(
                URI.create("https://gateway.example"),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofDays(90),
                false,
                clients,
                operators);
    }
}
