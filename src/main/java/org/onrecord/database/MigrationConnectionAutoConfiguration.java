package org.onrecord.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Lets migrations connect for themselves, beside the pool. The pool's time limits are right for requests and wrong for
 * building an index over ten million rows, and limits lifted on a pooled connection would stay lifted.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class, before = FlywayAutoConfiguration.class)
@ConditionalOnBean(JdbcConnectionDetails.class)
@ConditionalOnMissingBean(FlywayConnectionDetails.class)
@Conditional(MigrationConnectionAutoConfiguration.NoConnectionConfigured.class)
class MigrationConnectionAutoConfiguration {

    @Bean
    FlywayConnectionDetails migrationConnectionDetails(JdbcConnectionDetails details) {
        return new MigrationConnectionDetails(details);
    }

    private record MigrationConnectionDetails(JdbcConnectionDetails details) implements FlywayConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return details.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return details.getPassword();
        }

        @Override
        public String getJdbcUrl() {
            return details.getJdbcUrl();
        }

        @Override
        public String getDriverClassName() {
            return details.getDriverClassName();
        }
    }

    static class NoConnectionConfigured extends NoneNestedConditions {

        NoConnectionConfigured() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("spring.flyway.url")
        static class Url {}

        @ConditionalOnProperty("spring.flyway.user")
        static class User {}
    }
}
