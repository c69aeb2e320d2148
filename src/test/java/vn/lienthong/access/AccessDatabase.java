package vn.lienthong.access;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.lienthong.testing.TestDatabase;

/** Gives each context a database of its own; test classes that share a context share it. */
final class AccessDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.fresh();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "lienthong.data=" + database.data(),
                        // rooms that add to the health are not here
                        "management.endpoint.health.validate-group-membership=false")
                .applyTo(context);
    }
}
