package org.onrecord.search.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ResultList.FacetValue;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.search.listing.EntityLabel;
import org.onrecord.search.listing.EntityLabels;
import org.onrecord.search.query.Counter;
import org.onrecord.search.query.Facet;
import org.onrecord.search.query.Filterable;
import org.onrecord.search.query.Filterable.Kind;
import org.onrecord.search.query.Search;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Counts the values of {@code facet=outlet,section} among the results of a search, with labels for people. */
@Component
class Facets {

    static final int SIZE_DEFAULT = 10;
    static final int MOST = 100;

    private final Counter counter;
    private final EntityLabels labels;

    Facets(Counter counter, EntityLabels labels) {
        this.counter = counter;
        this.labels = labels;
    }

    /** What may be counted. */
    static List<String> names(Collection<Filterable> rows) {
        return rows.stream()
                .filter(row -> row.facet() != null)
                .map(Filterable::name)
                .sorted()
                .toList();
    }

    /** By facet; null where none is asked for. */
    @Nullable
    Map<String, List<FacetValue>> count(Search search, MultiValueMap<String, String> parameters) {
        Map<String, Filterable> rows = Filterable.of(search.subject());
        Set<String> names = ChosenNames.of("facet", parameters.get("facet"), names(rows.values()));
        int size = size(parameters.getFirst("facetSize"));
        if (names.isEmpty()) {
            return null;
        }
        Map<String, String> fields = new TreeMap<>();
        for (Filterable row : rows.values()) {
            if (row.facet() != null && names.contains(row.name())) {
                fields.put(row.name(), row.facet());
            }
        }
        Map<String, List<FacetValue>> counted = new LinkedHashMap<>();
        for (Facet facet : counter.facets(search, fields, size)) {
            Filterable row = Objects.requireNonNull(rows.get(facet.name()));
            counted.put(facet.name(), labelled(facet, row.kind()));
        }
        return counted;
    }

    private static int size(@Nullable String size) {
        if (size == null) {
            return SIZE_DEFAULT;
        }
        boolean number = size.matches("[0-9]{1,3}");
        if (!number || Integer.parseInt(size) < 1 || Integer.parseInt(size) > MOST) {
            throw InvalidInput.parameter("facetSize", "out-of-range", "is a number from 1 to " + MOST);
        }
        return Integer.parseInt(size);
    }

    private List<FacetValue> labelled(Facet facet, Kind kind) {
        if (kind == Kind.SOMEONE) {
            return named(facet.values());
        }
        return facet.values().stream()
                .map(each -> {
                    String value = kind == Kind.CONSTANT ? each.value().toLowerCase(Locale.ROOT) : each.value();
                    return new FacetValue(value, value, each.count());
                })
                .toList();
    }

    /** Entities that are gone since drop out. */
    private List<FacetValue> named(List<Facet.Count> values) {
        Map<UUID, EntityLabel> known = labels.ofValues(values);
        List<FacetValue> named = new ArrayList<>();
        for (Facet.Count each : values) {
            EntityLabel label = known.get(each.id());
            if (label != null) {
                named.add(new FacetValue(each.value(), label.name(), each.count()));
            }
        }
        return named;
    }
}
