package org.onrecord.search.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Cursors;
import org.onrecord.api.input.Limits;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.article.Expansion;
import org.onrecord.search.index.Order;
import org.onrecord.search.language.MalformedQuery;
import org.onrecord.search.language.ParsedQuery;
import org.onrecord.search.language.QueryParser;
import org.onrecord.search.query.Condition;
import org.onrecord.search.query.Filterable;
import org.onrecord.search.query.Matches;
import org.onrecord.search.query.Search;
import org.onrecord.search.query.Subject;
import org.onrecord.search.query.Withholding;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads what a list is asked for: query, filters, order, page. */
@Component
class SearchRequests {

    static final String EXPAND = "expand";

    private final Filters filters;
    private final Withholding withholding;
    private final Cursors cursors;
    private final Clock clock;

    SearchRequests(Filters filters, Withholding withholding, Cursors cursors, Clock clock) {
        this.filters = filters;
        this.withholding = withholding;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * @param given conditions the path sets
     */
    Asked read(Subject subject, MultiValueMap<String, String> parameters, Caller caller, Condition... given) {
        String binding = binding(subject, parameters, given);
        List<String> warnings = new ArrayList<>();
        ParsedQuery query = query(parameters.getFirst("q"), warnings);
        Order order = order(subject, parameters.getFirst("sort"), query != null);
        var page = page(parameters.getFirst("cursor"), binding, order);
        List<Condition> conditions = new ArrayList<>(List.of(given));
        conditions.addAll(filters.read(subject, parameters, warnings));
        Condition times = Times.read(parameters, page.at());
        if (times != null) {
            conditions.add(times);
        }
        if (subject == Subject.QUOTES && !(caller.seesWithheld() && parameters.containsKey("status"))) {
            conditions.add(Condition.NOT_REJECTED);
        }
        if (order.isRelevance() && page.after() != null) {
            // What came in since the first page would move results from one page to the next.
            conditions.add(new Condition.Between("ingestedAt", null, page.at()));
        }
        var search = new Search(
                subject,
                query == null ? null : query.clause(),
                conditions,
                order,
                limit(parameters.getFirst("limit")),
                page.after(),
                withholding.now(subject));
        return new Asked(search, query, page.at(), binding, expansions(parameters.get(EXPAND)), warnings);
    }

    /** The cursor of the page after, or null on the last. */
    @Nullable
    String cursor(Asked asked, Search.@Nullable After next) {
        return next == null
                ? null
                : cursors.encode(
                        asked.binding(),
                        asked.at(),
                        next.key(),
                        next.id(),
                        next.all().total(),
                        next.all().exact() ? 1 : 0);
    }

    private static @Nullable ParsedQuery query(@Nullable String q, List<String> warnings) {
        if (q == null || q.isBlank()) {
            return null;
        }
        try {
            ParsedQuery parsed = QueryParser.parse(q);
            warnings.addAll(parsed.warnings());
            return parsed;
        } catch (MalformedQuery malformed) {
            throw InvalidInput.parameter("q", malformed.code(), malformed.advice());
        }
    }

    private static Order order(Subject subject, @Nullable String sort, boolean query) {
        if (sort == null) {
            return query ? Order.RELEVANCE : subject.order();
        }
        if (sort.equals("relevance")) {
            if (!query) {
                throw InvalidInput.parameter("sort", "nothing-to-rank", "by relevance needs a query, q");
            }
            return Order.RELEVANCE;
        }
        boolean descending = sort.startsWith("-");
        Map<String, Filterable> rows = Filterable.of(subject);
        Filterable by = rows.get(descending ? sort.substring(1) : sort);
        if (by == null || !by.kind().isSorted()) {
            throw InvalidInput.parameter(
                    "sort", "unknown-order", "is one of " + String.join(", ", sorts(rows.values())));
        }
        return by.order(descending);
    }

    /** What {@code sort} may be. */
    static List<String> sorts(Collection<Filterable> rows) {
        return Stream.concat(
                        Stream.of("relevance"),
                        rows.stream()
                                .filter(row -> row.kind().isSorted())
                                .map(Filterable::name)
                                .sorted()
                                .flatMap(name -> Stream.of("-" + name, name)))
                .toList();
    }

    private static Set<Expansion> expansions(@Nullable List<String> given) {
        Set<Expansion> expansions = EnumSet.noneOf(Expansion.class);
        ChosenNames.of(EXPAND, given, expansions())
                .forEach(name -> expansions.add(Expansion.valueOf(name.toUpperCase(Locale.ROOT))));
        return expansions;
    }

    /** What {@code expand} may hold. */
    static List<String> expansions() {
        return Arrays.stream(Expansion.values())
                .map(expansion -> expansion.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static int limit(@Nullable String limit) {
        if (limit == null) {
            return Limits.PAGE_DEFAULT;
        }
        boolean number =
                limit.length() <= 3 && !limit.isEmpty() && limit.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > Limits.PAGE) {
            throw InvalidInput.parameter("limit", "out-of-range", "is a number from 1 to " + Limits.PAGE);
        }
        return Integer.parseInt(limit);
    }

    private record Page(Instant at, Search.@Nullable After after) {}

    private Page page(@Nullable String cursor, String binding, Order order) {
        if (cursor == null) {
            return new Page(clock.instant(), null);
        }
        Cursors.Keys keys = cursors.decode(cursor, binding);
        Object key = switch (order.values()) {
            case NUMBERS -> keys.whole(1);
            case TEXTS -> keys.text(1);
            case TIMES -> keys.instant(1);
        };
        UUID id = Objects.requireNonNull(keys.id(2));
        var all = new Matches(Objects.requireNonNull(keys.whole(3)), Objects.requireNonNull(keys.whole(4)) == 1);
        return new Page(
                Objects.requireNonNull(keys.instant(0)), new Search.After(Objects.requireNonNull(key), id, all));
    }

    /** Everything that decides what is found and in which order, written down in a stable way. */
    private static String binding(Subject subject, MultiValueMap<String, String> parameters, Condition... given) {
        Map<String, List<String>> deciding = new TreeMap<>(parameters);
        deciding.remove(EXPAND);
        ListParameter.SHOWN.forEach(shown -> deciding.remove(shown.label()));
        return subject + " " + deciding + " " + List.of(given);
    }
}
