package org.onrecord.search.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ResultList.FacetValue;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.search.listing.EntityLabel;
import org.onrecord.search.listing.EntityLabels;
import org.onrecord.search.query.Counter;
import org.onrecord.search.query.Facet;
import org.onrecord.search.query.Search;
import org.onrecord.search.query.Subject;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Counts the values of {@code facet=outlet,section} among the results of a search, with labels for people. */
@Component
class Facets {

    static final int SIZE_DEFAULT = 10;
    static final int MOST = 100;

    private static final Map<String, String> PRINTED = Map.of(
            "outlet", "outletSlug",
            "section", "sectionLabel",
            "tag", "tagLabel",
            "language", "language",
            "kind", "kind",
            "speaker", "speakerId");

    private static final Set<String> CONSTANTS = Set.of("kind", "status", "type");
    private static final Set<String> ENTITIES = Set.of("entity", "about", "speaker");

    private final Counter counter;
    private final EntityLabels labels;

    Facets(Counter counter, EntityLabels labels) {
        this.counter = counter;
        this.labels = labels;
    }

    private static Map<String, String> fields(Subject subject) {
        Map<String, String> fields = new LinkedHashMap<>();
        switch (subject) {
            case ARTICLES -> {
                fields.putAll(PRINTED);
                fields.put("entity", "entityId");
            }
            case QUOTES -> {
                fields.putAll(PRINTED);
                fields.put("entity", "aboutId");
                fields.put("about", "aboutId");
                fields.put("status", "status");
            }
            case ENTITIES -> fields.put("type", "type");
        }
        return fields;
    }

    /** What may be counted. */
    static List<String> names(Subject subject) {
        return fields(subject).keySet().stream().sorted().toList();
    }

    /** By facet; null where none is asked for. */
    @Nullable
    Map<String, List<FacetValue>> count(Search search, MultiValueMap<String, String> parameters) {
        Map<String, String> all = fields(search.subject());
        Set<String> names = new TreeSet<>(ChosenNames.of("facet", parameters.get("facet"), all.keySet()));
        int size = size(parameters.getFirst("facetSize"));
        if (names.isEmpty()) {
            return null;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        names.forEach(name -> fields.put(name, all.get(name)));
        Map<String, List<FacetValue>> counted = new LinkedHashMap<>();
        for (Facet facet : counter.facets(search, fields, size)) {
            counted.put(facet.name(), labelled(facet));
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

    private List<FacetValue> labelled(Facet facet) {
        if (ENTITIES.contains(facet.name())) {
            return named(facet.values());
        }
        boolean constant = CONSTANTS.contains(facet.name());
        return facet.values().stream()
                .map(each -> {
                    String value = constant ? each.value().toLowerCase(Locale.ROOT) : each.value();
                    return new FacetValue(value, value, each.count());
                })
                .toList();
    }

    /** Entities that are gone since drop out. */
    private List<FacetValue> named(List<Facet.Count> values) {
        Map<UUID, EntityLabel> known = labels.ofValues(values);
        List<FacetValue> named = new ArrayList<>();
        for (Facet.Count each : values) {
            EntityLabel label = known.get(UUID.fromString(each.value()));
            if (label != null) {
                named.add(new FacetValue(each.value(), label.name(), each.count()));
            }
        }
        return named;
    }
}
