package org.onrecord.search.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.search.query.Condition;
import org.onrecord.search.query.Counter;
import org.onrecord.search.query.Search;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Counts results over time. */
@Component
class Timelines {

    /** Five years of days, or more than anybody can look at. */
    private static final int MOST_BUCKETS = 2_000;

    /** Where something was printed: the total is of the same places, so that the ratio says something. */
    private static final Set<String> PLACES = Set.of("outletSlug", "sectionKey", "language");

    private final Counter counter;

    Timelines(Counter counter) {
        this.counter = counter;
    }

    Timeline answer(Asked asked, MultiValueMap<String, String> parameters) {
        Interval interval = interval(parameters.getFirst("interval"));
        ZoneId zone = zone(parameters.getFirst("tz"));
        String field = Times.field(parameters);
        List<Instant> limits = limits(asked.search(), field, interval, zone);
        if (limits.size() < 2) {
            return timeline(interval, zone, List.of(), asked);
        }
        List<Long> counts = counter.between(asked.search(), field, limits);
        List<Long> totals = counter.between(places(asked.search(), field), field, limits);
        List<Timeline.Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            buckets.add(Timeline.Bucket.of(limits.get(i), limits.get(i + 1), counts.get(i), totals.get(i)));
        }
        return timeline(interval, zone, buckets, asked);
    }

    private static Timeline timeline(Interval interval, ZoneId zone, List<Timeline.Bucket> buckets, Asked asked) {
        return new Timeline(
                interval.name().toLowerCase(Locale.ROOT),
                zone.getId(),
                buckets.stream().mapToLong(Timeline.Bucket::count).sum(),
                buckets.stream().mapToLong(Timeline.Bucket::total).sum(),
                buckets,
                asked.understood());
    }

    /** The same search for everything printed in the same places at the same time. */
    private static Search places(Search search, String field) {
        List<Condition> kept = search.conditions().stream()
                .filter(condition -> isPlace(condition)
                        || condition instanceof Condition.Between between
                                && between.field().equals(field))
                .toList();
        return search.forAll(kept);
    }

    private static boolean isPlace(Condition condition) {
        if (condition instanceof Condition.OneOf oneOf) {
            return PLACES.contains(oneOf.field());
        } else if (condition instanceof Condition.Any any) {
            return any.conditions().stream().allMatch(Timelines::isPlace);
        } else if (condition instanceof Condition.Not not) {
            return isPlace(not.condition());
        }
        return false;
    }

    /** Where buckets begin and the last one ends; empty where nothing is found and no time is given. */
    private List<Instant> limits(Search search, String field, Interval interval, ZoneId zone) {
        Instant from = null;
        Instant to = null;
        for (Condition condition : search.conditions()) {
            if (condition instanceof Condition.Between between
                    && between.field().equals(field)) {
                from = between.from();
                to = between.to();
            }
        }
        if (from == null || to == null) {
            var extent = counter.extent(search, field).orElse(null);
            if (extent == null) {
                return List.of();
            }
            from = from == null ? extent.first() : from;
            to = to == null ? extent.last().plusMillis(1) : to;
        }
        return limits(from, to, interval, zone);
    }

    private static List<Instant> limits(Instant from, Instant to, Interval interval, ZoneId zone) {
        List<Instant> limits = new ArrayList<>();
        ZonedDateTime first = interval.startOf(from.atZone(zone));
        for (int i = 0; ; i++) {
            ZonedDateTime limit = interval.plus(first, i);
            limits.add(limit.toInstant());
            if (!limit.toInstant().isBefore(to)) {
                return limits;
            }
            if (limits.size() > MOST_BUCKETS) {
                throw InvalidInput.parameter(
                        "interval",
                        "too-many-buckets",
                        "makes more than " + MOST_BUCKETS + " buckets; take a longer one or narrow from and to");
            }
        }
    }

    /** What {@code interval} may be. */
    static List<String> intervals() {
        return Arrays.stream(Interval.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Interval interval(@Nullable String interval) {
        if (interval == null) {
            return Interval.MONTH;
        }
        try {
            return Interval.valueOf(interval.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.parameter("interval", "unknown-value", "is one of " + String.join(", ", intervals()));
        }
    }

    private static ZoneId zone(@Nullable String tz) {
        try {
            return tz == null ? ZoneId.of("UTC") : ZoneId.of(tz);
        } catch (DateTimeException unknown) {
            throw InvalidInput.parameter("tz", "unknown-value", "is a time zone like Europe/London or +02:00");
        }
    }

    /** The length of a bucket; days and longer begin at midnight of the time zone, weeks on Monday (ISO 8601). */
    private enum Interval {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        ZonedDateTime startOf(ZonedDateTime time) {
            ZonedDateTime day = time.toLocalDate().atStartOfDay(time.getZone());
            return switch (this) {
                case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth(1 + (day.getMonthValue() - 1) / 3 * 3);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        ZonedDateTime plus(ZonedDateTime start, int count) {
            return switch (this) {
                case HOUR -> start.plusHours(count);
                case DAY -> start.plusDays(count);
                case WEEK -> start.plusWeeks(count);
                case MONTH -> start.plusMonths(count);
                case QUARTER -> start.plusMonths(3L * count);
                case YEAR -> start.plusYears(count);
            };
        }
    }
}
