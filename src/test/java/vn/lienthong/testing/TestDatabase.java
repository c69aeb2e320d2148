package vn.lienthong.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A fresh, migrated PostgreSQL database for one test class. The server behind it is the embedded one of the gateway,
 * with its durable settings, started once per test JVM when first asked for and removed at its end; each
 * {@link #fresh()} costs some ten milliseconds.
 *
 * <p>Plain JDBC:
 *
 * <pre>{@code
 * private static final TestDatabase DATABASE = TestDatabase.fresh();
 * JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());
 * }</pre>
 *
 * <p>With a Spring context (the context, too, is then the class's own):
 *
 * <pre>{@code
 * @SpringBootTest
 * class DossierIT {
 *     @DynamicPropertySource
 *     static void database(DynamicPropertyRegistry registry) {
 *         TestDatabase.fresh().register(registry);
 *     }
 * }
 * }</pre>
 *
 * <p>A child process gets {@code --spring.datasource.url}, {@code …username} and {@code …password} from {@link #url()},
 * {@link #user()} and {@link #password()}.
 *
 * @param url JDBC address
 * @param user owner of the database
 * @param password the owner's
 * @param data an empty data folder for whoever uses the database
 */
public record TestDatabase(String url, String user, String password, Path data) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new database with every migration applied. */
    public static TestDatabase fresh() {
        return made("template lienthong_migrated");
    }

    /** A new database without any table. */
    public static TestDatabase empty() {
        return made("");
    }

    /** Names this database and an own data folder to a Spring context. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", this::url);
        registry.add("spring.datasource.username", this::user);
        registry.add("spring.datasource.password", this::password);
        registry.add("lienthong.data", () -> data.toString());
    }

    /** A data source without a pool: each connection is new and is closed for good. */
    public DataSource dataSource() {
        return TestServer.dataSource(url, user, password);
    }

    private static TestDatabase made(String template) {
        TestServer server = TestServer.running();
        String name = "t" + COUNT.incrementAndGet();
        try (Connection connection = server.maintenance().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " " + template);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new TestDatabase(
                server.url(name),
                server.user(),
                server.password(),
                server.folder().resolve(name));
    }
}
