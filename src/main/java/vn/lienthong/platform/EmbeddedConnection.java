package vn.lienthong.platform;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

record EmbeddedConnection(Foundation foundation) implements JdbcConnectionDetails {
    @Override
    public String getJdbcUrl() {
        return foundation.database().url();
    }

    @Override
    public String getUsername() {
        return foundation.database().user();
    }

    @Override
    public String getPassword() {
        return foundation.database().password();
    }
}
