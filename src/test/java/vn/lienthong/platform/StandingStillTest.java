package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.testing.TestDatabase;

/** What a node that stands still inside a transaction keeps from the others. */
class StandingStillTest {
    private static final TestDatabase DATABASE = TestDatabase.empty();

    @Test
    void losesItsLocksInTheEnd_onEveryConnectionOfThePool() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + DATABASE.url(),
                        "spring.datasource.username=" + DATABASE.user(),
                        "spring.datasource.password=" + DATABASE.password())
                .run(context -> assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                .sql("show idle_in_transaction_session_timeout")
                                .query(String.class)
                                .single())
                        .isEqualTo("20s"));
    }
}
