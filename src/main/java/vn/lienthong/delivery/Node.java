package vn.lienthong.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * This running gateway among those on the same database. Holds a session advisory lock for life on a connection of its
 * own: when the process dies the database frees the lock, and others know at once that its work may be taken over.
 */
@Component
class Node implements DisposableBean {
    static final int LOCK_SPACE = 7242;
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final int id;
    private @Nullable Connection holder;

    Node(DataSource dataSource, JdbcTemplate jdbc) throws SQLException {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.id = Objects.requireNonNull(jdbc.queryForObject(
                "insert into delivery_node (host) values (?) returning id", Integer.class, hostName()));
        hold();
    }

    /** This node's number, never given again. */
    int id() {
        return id;
    }

    /** Whether another gateway lives on this database. */
    boolean hasCompany() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from pg_locks where locktype = 'advisory' and granted and classid = ?::oid"
                        + " and objid <> ?::oid and objsubid = 2"
                        + " and database = (select oid from pg_database where datname = current_database()))",
                Boolean.class,
                LOCK_SPACE,
                id));
    }

    /** Takes the lock again after the database was away; until then others may take over, and leases fence us. */
    @Scheduled(fixedDelay = 2000)
    void keepHolding() {
        try {
            hold();
        } catch (SQLException away) {
            LOG.warn(
                    "Cơ sở dữ liệu không trả lời, thử lại sau 2 giây / the database does not answer, trying again in 2 s: {}",
                    away.getMessage());
        }
    }

    private synchronized void hold() throws SQLException {
        if (holder != null && holder.isValid(2)) {
            return;
        }
        close();
        Connection connection = dataSource.getConnection();
        try {
            if (locked(connection)) {
                holder = connection;
            }
        } finally {
            // not locked: our former connection is dead for us but not yet for the database
            if (holder != connection) {
                connection.close();
            }
        }
    }

    private boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            lock.setInt(1, LOCK_SPACE);
            lock.setInt(2, id);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public synchronized void destroy() {
        close();
    }

    private void close() {
        Connection old = holder;
        holder = null;
        if (old != null) {
            try (old) {
                if (old.isValid(1)) {
                    // back in the pool the connection would go on holding the lock
                    try (PreparedStatement unlock = old.prepareStatement("select pg_advisory_unlock_all()")) {
                        unlock.execute();
                    }
                }
            } catch (SQLException gone) {
                LOG.debug("The lock's connection was gone already", gone);
            }
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
