package org.onrecord.access.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each caller may ask: so many times a minute, and that many at once if it has been quiet for as long. Each
 * process counts for itself. Thread-safe.
 *
 * <p>The generic cell rate algorithm (ITU-T I.371, annex A): of each caller it knows no more than when its requests would
 * have come had they come evenly.
 */
final class RateLimits {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /** More callers than a newsroom has; past these, those who have been quiet are forgotten. */
    private static final int REMEMBERED = 10_000;

    private final long interval;
    private final LongSupplier nanoTime;
    private final Map<String, Long> due = new HashMap<>();

    /**
     * @param perMinute requests a minute; 0 for any number
     * @param nanoTime tells the time as {@link System#nanoTime()} does
     */
    RateLimits(int perMinute, LongSupplier nanoTime) {
        if (perMinute < 0) {
            throw new IllegalArgumentException("requests a minute must not be negative: " + perMinute);
        }
        this.interval = perMinute == 0 ? 0 : MINUTE / perMinute;
        this.nanoTime = nanoTime;
    }

    /** Zero if the caller may ask now, and this counts as asking; else how long it has to wait. */
    synchronized Duration take(String caller) {
        long now = nanoTime.getAsLong();
        if (due.size() >= REMEMBERED) {
            due.values().removeIf(time -> time - now <= 0);
        }
        long ahead = Math.max(0, due.getOrDefault(caller, now) - now);
        long wait = ahead + interval - MINUTE;
        if (interval > 0 && wait > 0) {
            return Duration.ofNanos(wait);
        }
        due.put(caller, now + ahead + interval);
        return Duration.ZERO;
    }
}
