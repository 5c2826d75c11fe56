package org.onrecord.search.index;

import java.util.UUID;
import org.hibernate.search.mapper.pojo.bridge.ValueBridge;
import org.hibernate.search.mapper.pojo.bridge.runtime.ValueBridgeToIndexedValueContext;

/**
 * An id as two whole numbers, so that Lucene can sort ties by id and continue a list after an id without reading every
 * id. Ids are UUIDs of version 7: the first half is positive as long as the time fits 47 bits, the second half always
 * begins with the same two bits, so the signed numbers have the order of the ids.
 */
final class IdBits {

    private IdBits() {}

    /** The first 64 bits. */
    public static final class High implements ValueBridge<UUID, Long> {
        @Override
        public Long toIndexedValue(UUID value, ValueBridgeToIndexedValueContext context) {
            return value.getMostSignificantBits();
        }
    }

    /** The last 64 bits. */
    public static final class Low implements ValueBridge<UUID, Long> {
        @Override
        public Long toIndexedValue(UUID value, ValueBridgeToIndexedValueContext context) {
            return value.getLeastSignificantBits();
        }
    }
}
