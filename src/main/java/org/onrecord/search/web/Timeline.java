package org.onrecord.search.web;

import java.time.Instant;
import java.util.List;
import org.onrecord.api.ResultList;

/**
 * How many results there are over time, without gaps.
 *
 * @param interval the length of a bucket
 * @param tz the time zone days and longer intervals begin in
 * @param count results in all buckets together
 * @param total everything in the archive in all buckets together, of the same outlets, sections and languages
 */
record Timeline(String interval, String tz, long count, long total, List<Bucket> buckets, ResultList.Query query) {

    Timeline {
        buckets = List.copyOf(buckets);
    }

    /**
     * One stretch of time, {@code [from, to)}.
     *
     * @param ratio count of total; 0 where the total is 0
     */
    record Bucket(Instant from, Instant to, long count, long total, double ratio) {

        static Bucket of(Instant from, Instant to, long count, long total) {
            return new Bucket(from, to, count, total, total == 0 ? 0 : Math.round(1e6 * count / total) / 1e6);
        }
    }
}
