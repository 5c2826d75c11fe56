package org.onrecord.database;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Gives the archive a PostgreSQL of its own where nobody gave it another: no {@code spring.datasource.url}, and no
 * connection details from Compose, Testcontainers or {@code @ServiceConnection}. An auto-configuration, because only
 * these are looked at after everything they must yield to. Whoever uses the connection is closed before the server
 * stops, for it depends on the connection details and they on the server.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(EmbeddedPostgresAutoConfiguration.NoDatabaseConfigured.class)
@ConditionalOnMissingBean({JdbcConnectionDetails.class, DataSource.class})
class EmbeddedPostgresAutoConfiguration {

    @Bean
    EmbeddedPostgres embeddedPostgres(
            @Value("${onrecord.home:./data}") Path home,
            @Value("${onrecord.database.start-timeout:120s}") Duration startTimeout,
            ApplicationEventPublisher events) {
        EmbeddedPostgres postgres = EmbeddedPostgres.open(home, startTimeout);
        postgres.onChange(state -> announce(state, events));
        return postgres;
    }

    /** Without a database nothing is to be had here; health checks of the pool find that out seconds later. */
    private static void announce(EmbeddedPostgres.State state, ApplicationEventPublisher events) {
        AvailabilityChangeEvent.publish(
                events,
                state,
                state == EmbeddedPostgres.State.RUNNING
                        ? ReadinessState.ACCEPTING_TRAFFIC
                        : ReadinessState.REFUSING_TRAFFIC);
    }

    @Bean
    JdbcConnectionDetails embeddedPostgresConnectionDetails(EmbeddedPostgres postgres) {
        return new EmbeddedPostgresConnectionDetails(postgres.address());
    }

    /** Boot hands it to every transaction manager. */
    @Bean
    FreeSpace freeSpace(
            EmbeddedPostgres postgres, @Value("${onrecord.database.minimum-free-space:256MB}") DataSize minimum) {
        return new FreeSpace(postgres.folders().home(), minimum);
    }

    static class NoDatabaseConfigured extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            for (String name : new String[] {"spring.datasource.url", "spring.datasource.jndi-name"}) {
                if (StringUtils.hasText(context.getEnvironment().getProperty(name))) {
                    return ConditionOutcome.noMatch(ConditionMessage.of(name + " names another database"));
                }
            }
            return ConditionOutcome.match("no other database is configured");
        }
    }
}
