package org.onrecord.search.index;

import java.util.Map;

/** What is different between the engines an index may live in; everything else is the same code for all. */
interface IndexEngine {

    /** For people and for the record of what has been built: another label is another index. */
    String label();

    /** Whether several processes may have it open. */
    boolean isShared();

    /** Hibernate Search's settings, without their common prefix. */
    Map<String, Object> settings();

    /** How it counts. */
    ValueCounts valueCounts();
}
