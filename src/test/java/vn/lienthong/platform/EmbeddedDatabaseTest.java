package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.testing.TestDatabase;

class EmbeddedDatabaseTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
    void writesDurably(String setting) {
        assertThat(shown(setting)).isEqualTo("on");
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(shown("listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void givesTheGatewayNoSuperuser() {
        assertThat(jdbc.sql("select usesuper from pg_user where usename = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void readsVietnameseLetters() {
        assertThat(jdbc.sql("select lower('ĐẮK LẮK')").query(String.class).single())
                .isEqualTo("đắk lắk");
    }

    private String shown(String setting) {
        return jdbc.sql("show " + setting).query(String.class).single();
    }
}
