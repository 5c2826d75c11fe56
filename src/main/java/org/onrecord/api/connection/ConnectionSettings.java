package org.onrecord.api.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What clients are held to while they send a request or take an answer.
 *
 * @param patience how long a client may keep the archive waiting before its rate is looked at
 * @param leastRate the least a second it has to send or take while it is waited for
 */
@ConfigurationProperties("onrecord.connections")
record ConnectionSettings(
        @DefaultValue("15s") Duration patience,
        @DefaultValue("4KB") DataSize leastRate) {

    ConnectionSettings {
        if (patience.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("onrecord.connections.patience must be a second or more: " + patience);
        }
        if (leastRate.isNegative()) {
            throw new IllegalArgumentException("onrecord.connections.least-rate must not be negative: " + leastRate);
        }
    }
}
