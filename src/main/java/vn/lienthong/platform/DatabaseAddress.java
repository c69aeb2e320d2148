package vn.lienthong.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.env.Environment;
import vn.lienthong.platform.internal.PidFile;
import vn.lienthong.platform.internal.PostgresCluster;

/** Where the gateway's database answers now: the one the operator named, or the embedded one of a running gateway. */
record DatabaseAddress(String url, String user, String password) {
    /** Empty when the embedded database is meant and none runs in this data folder. */
    static Optional<DatabaseAddress> find(Environment environment, Path data) throws IOException {
        if (Foundation.namesDatabase(environment)) {
            return Optional.of(new DatabaseAddress(
                    environment.getRequiredProperty("spring.datasource.url"),
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", "")));
        }
        PostgresCluster cluster = PostgresCluster.in(data);
        Optional<PidFile> server = PidFile.in(cluster.folder())
                .filter(found -> found.port() > 0)
                .filter(found -> ProcessHandle.of(found.pid()).isPresent());
        if (server.isEmpty()) {
            return Optional.empty();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + server.get().port() + "/" + PostgresCluster.NAME;
        return Optional.of(new DatabaseAddress(url, PostgresCluster.NAME, cluster.password()));
    }

    /** A connection that gives up soon and can change nothing. */
    Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", "3");
        settings.setProperty("loginTimeout", "5");
        settings.setProperty("socketTimeout", "5");
        settings.setProperty("ApplicationName", "lienthong-doctor");
        Connection connection = DriverManager.getConnection(url, settings);
        connection.setReadOnly(true);
        return connection;
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
