package vn.lienthong.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SettableClock;

/** Hands the foundation to the application: where the database is, and the clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformProperties.class)
class FoundationConfiguration {
    /** Laid by {@link EarlyStart} before the context exists; tests that start a context by themselves get it here. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    Foundation foundation(Environment environment) {
        return Foundation.laid(environment);
    }

    @Bean
    @Conditional(NoDatabaseNamed.class)
    JdbcConnectionDetails embeddedConnection(Foundation foundation) {
        return new EmbeddedConnection(foundation);
    }

    @Bean
    GatewayClock gatewayClock() {
        return new SettableClock();
    }

    /** True as long as {@code spring.datasource.url} is empty. */
    static final class NoDatabaseNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !Foundation.namesDatabase(context.getEnvironment());
        }
    }
}
