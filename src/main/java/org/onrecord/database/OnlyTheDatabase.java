package org.onrecord.database;

import java.time.Clock;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The database with its tables: no web server, no index. For commands that do their work while the service is not
 * running. Not marked as a configuration, so that the service does not find it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
        })
public class OnlyTheDatabase {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Opens the database the settings name, the same as the service would.
     *
     * @param command what else is made, to do the work
     * @param settings as on the service's command line
     */
    public static ConfigurableApplicationContext open(Class<?> command, String... settings) {
        return new SpringApplicationBuilder(OnlyTheDatabase.class, command)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "logging.level.root=warn",
                        "logging.level.org.springframework.context=error",
                        // Nobody asks a command for its health, and much of what has one is not here.
                        "management.endpoint.health.validate-group-membership=false")
                .run(settings);
    }
}
