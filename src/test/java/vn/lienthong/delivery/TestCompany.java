package vn.lienthong.delivery;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.testing.TestDatabase;

/**
 * A node that does nothing but be there.
 *
 * @param company what it knows of others
 */
public record TestCompany(Company company, Node node) implements AutoCloseable {
    /** Joins those on this database. */
    public static TestCompany joins(TestDatabase database) throws SQLException {
        DataSource source = database.dataSource();
        Node node = new Node(source, new JdbcTemplate(source));
        return new TestCompany(new Company(node), node);
    }

    @Override
    public void close() {
        node.destroy();
    }
}
