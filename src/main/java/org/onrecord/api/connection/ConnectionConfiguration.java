package org.onrecord.api.connection;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has Tomcat's connections watched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionSettings.class)
class ConnectionConfiguration {

    /**
     * Bytes of an answer the system takes before they are sent. As the system chooses it may be megabytes; then a client
     * that takes some of them every now and then would seem to take nothing for minutes, and then very much.
     */
    private static final int SENT_AHEAD = 128 * 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> watchedConnections(ConnectionSettings settings) {
        return factory -> {
            factory.setProtocol(WatchedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof WatchedProtocol protocol) {
                    protocol.watchFor(new SlowClients(
                            settings.patience(), settings.leastRate().toBytes()));
                    connector.setProperty("socket.txBufSize", String.valueOf(SENT_AHEAD));
                }
            });
        };
    }
}
