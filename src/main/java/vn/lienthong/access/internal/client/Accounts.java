package vn.lienthong.access.internal.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import vn.lienthong.access.AccessProperties;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Scopes;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;

/**
 * Every client and operator of the configuration. Tokens and sessions name an account only; what it may do is looked up
 * here at each request, so that an account taken out of the configuration is out after the restart.
 */
public final class Accounts {
    /** Where people may sign in elsewhere, a password is not needed. */
    private static final String PROVIDER = "lienthong.access.provider.issuer";

    private final Map<String, Account> clients = new LinkedHashMap<>();
    private final Map<String, Account> operators = new LinkedHashMap<>();
    private final List<Bilingual> unfit = new ArrayList<>();
    private final SecretHasher hasher;

    /** Reads all secrets; refuses the start when an account cannot be right in any profile. */
    public Accounts(AccessProperties properties, Environment environment, SecretHasher hasher) {
        this.hasher = hasher;
        SecretReader reader = new SecretReader(environment);
        for (AccessProperties.Client client : properties.clients()) {
            if (client.certificate() != null) {
                reader.none(client.id(), client.secret(), client.secretFile(), client.secretEnv());
                add(clients, caller(client), null);
                continue;
            }
            String secret = reader.read(client.id(), client.secret(), client.secretFile(), client.secretEnv());
            unfit.addAll(SecretPolicy.findings(client.id(), client.secret() != null, secret, SecretPolicy.PROGRAM));
            add(clients, caller(client), secret);
        }
        for (AccessProperties.Operator person : properties.operators()) {
            if (environment.containsProperty(PROVIDER) && hasNoPassword(person)) {
                add(operators, caller(person), null);
                continue;
            }
            String secret = reader.read(person.id(), person.password(), person.passwordFile(), person.passwordEnv());
            unfit.addAll(SecretPolicy.findings(person.id(), person.password() != null, secret, SecretPolicy.PERSON));
            add(operators, caller(person), secret);
        }
    }

    /** The client of this id. */
    public Optional<Caller> client(String id) {
        return Optional.ofNullable(clients.get(id)).map(Account::caller);
    }

    /** The operator of this user name. */
    public Optional<Caller> operator(String id) {
        return Optional.ofNullable(operators.get(id)).map(Account::caller);
    }

    /** All operators, as they are configured. */
    public List<Caller> operators() {
        return operators.values().stream().map(Account::caller).toList();
    }

    /** The client of this id, if the secret is its own. */
    public Optional<Caller> client(String id, String secret) {
        return Optional.ofNullable(clients.get(id))
                .filter(account -> hasher.matches(secret, account.encodedSecret()))
                .map(Account::caller);
    }

    /** What an operator's password is compared with. */
    public Optional<String> operatorSecret(String id) {
        return Optional.ofNullable(operators.get(id)).map(Account::encodedSecret);
    }

    /** What all operators' passwords are compared with. */
    public List<String> operatorSecrets() {
        return operators.values().stream()
                .map(Account::encodedSecret)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What must be changed before production. */
    public List<Bilingual> findings() {
        return List.copyOf(unfit);
    }

    Optional<String> clientSecret(String id) {
        return Optional.ofNullable(clients.get(id)).map(Account::encodedSecret);
    }

    private static boolean hasNoPassword(AccessProperties.Operator person) {
        return person.password() == null && person.passwordFile() == null && person.passwordEnv() == null;
    }

    private void add(Map<String, Account> accounts, Caller caller, @Nullable String secret) {
        String encoded = secret == null ? null : hasher.encode(secret);
        if (accounts.put(caller.clientId(), new Account(caller, encoded)) != null) {
            throw refused(caller.clientId(), "được khai báo hai lần", "is configured twice");
        }
    }

    private static Caller caller(AccessProperties.Client client) {
        if (!Scopes.ALL.containsAll(client.scopes())) {
            throw refused(client.id(), "có phạm vi quyền không tồn tại", "has a scope that does not exist");
        }
        if (client.scopes().contains(Scopes.OPERATOR_ACT) && client.role() == null) {
            throw refused(client.id(), "có operator.act nhưng thiếu role", "has operator.act but no role");
        }
        return new Caller(
                client.id(), client.name(), client.agency(), client.scopes(), client.role(), Caller.Kind.CLIENT);
    }

    private static Caller caller(AccessProperties.Operator person) {
        return new Caller(
                person.id(), person.name(), null, person.role().scopes(), person.role(), Caller.Kind.OPERATOR);
    }

    private static StartRefused refused(String id, String vi, String en) {
        return new StartRefused("Tài khoản " + id + " " + vi, "account " + id + " " + en);
    }
}
