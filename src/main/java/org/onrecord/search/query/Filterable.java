package org.onrecord.search.query;

import static org.onrecord.search.query.Subject.ARTICLES;
import static org.onrecord.search.query.Subject.ENTITIES;
import static org.onrecord.search.query.Subject.QUOTES;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.quote.QuoteStatus;
import org.onrecord.search.index.Order;

/**
 * Something that lists are filtered, counted or sorted by. A row here and a field of the index are all it takes: query
 * parameters, conditions, facets, orders and what OpenAPI says of them are made from these rows.
 *
 * @param name of the parameter, the facet or the order
 * @param field the index's field
 * @param facet the index's field whose values are counted, null where they are not
 * @param subjects whose lists have it
 * @param description for OpenAPI, without a full stop
 * @param values what a constant may be, as the index holds it
 * @param printed the index's field that holds someone's name as printed
 */
public record Filterable(
        String name,
        Kind kind,
        String field,
        @Nullable String facet,
        Set<Subject> subjects,
        String description,
        List<String> values,
        @Nullable String printed) {

    private static final Set<Subject> PRINTED = Set.of(ARTICLES, QUOTES);

    static final List<Filterable> ROWS = List.of(
            row("outlet", Kind.LOWER_CASE, "outletSlug", "outletSlug", PRINTED, "The slug of the outlet"),
            row("section", Kind.LABEL, "sectionKey", "sectionLabel", PRINTED, "The section, letter case aside"),
            row("tag", Kind.LABEL, "tagKey", "tagLabel", PRINTED, "A tag of the article, letter case aside"),
            row("language", Kind.LOWER_CASE, "language", "language", PRINTED, "The language's code, like `en`"),
            someone("entity", "entityId", "entityId", ARTICLES, "Someone or something named in it, by id or name"),
            someone("about", "entityId", null, ARTICLES, "Someone or something named in it, by id or name"),
            someone("entity", "aboutId", "aboutId", QUOTES, "Someone or something named in the quote, by id or name"),
            someone("about", "aboutId", "aboutId", QUOTES, "Someone or something named in the quote, by id or name"),
            row("speaker", Kind.SOMEONE, "speakerId", "speakerId", PRINTED, "Someone quoted, by id or name")
                    .printedIn("speaker"),
            row("kind", Kind.CONSTANT, "kind", "kind", PRINTED, "Quotes word for word, in other words, or partly each")
                    .oneOf(QuoteKind.values()),
            row(
                            "status",
                            Kind.CONSTANT,
                            "status",
                            "status",
                            Set.of(QUOTES),
                            "What people decided; not rejected if left out, which only editors find")
                    .oneOf(QuoteStatus.values()),
            row("type", Kind.CONSTANT, "type", "type", Set.of(ENTITIES), "What the name stands for")
                    .oneOf(EntityType.values()),
            row("hasQuotes", Kind.FLAG, "kind", null, Set.of(ARTICLES), "Whether anybody is quoted in it"),
            row("publishedAt", Kind.TIME, "publishedAt", null, PRINTED, "when it was published, else came in"),
            row("modifiedAt", Kind.TIME, "modifiedAt", null, PRINTED, "when the outlet changed it last"),
            row("ingestedAt", Kind.TIME, "ingestedAt", null, PRINTED, "when it came into the archive"),
            row("name", Kind.TEXT, "nameKey", null, Set.of(ENTITIES), "its name, letter case aside"),
            row("createdAt", Kind.TIME, "createdAt", null, Set.of(ENTITIES), "when it came into the archive"),
            row("articleCount", Kind.NUMBER, "prominence", null, Set.of(ENTITIES), "how much is written about it"));

    private static final Map<Subject, Map<String, Filterable>> BY_SUBJECT = new EnumMap<>(Subject.class);

    static {
        for (Subject subject : Subject.values()) {
            Map<String, Filterable> rows = new LinkedHashMap<>();
            ROWS.stream().filter(row -> row.subjects.contains(subject)).forEach(row -> rows.put(row.name, row));
            BY_SUBJECT.put(subject, Collections.unmodifiableMap(rows));
        }
    }

    private static Filterable row(
            String name, Kind kind, String field, @Nullable String facet, Set<Subject> subjects, String description) {
        return new Filterable(name, kind, field, facet, subjects, description, List.of(), null);
    }

    private static Filterable someone(
            String name, String field, @Nullable String facet, Subject subject, String description) {
        return row(name, Kind.SOMEONE, field, facet, Set.of(subject), description)
                .printedIn("entity");
    }

    private Filterable oneOf(Enum<?>[] constants) {
        List<String> names = Arrays.stream(constants).map(Enum::name).toList();
        return new Filterable(name, kind, field, facet, subjects, description, names, printed);
    }

    private Filterable printedIn(String names) {
        return new Filterable(name, kind, field, facet, subjects, description, values, names);
    }

    /** All that lists of a subject have, by name. */
    public static Map<String, Filterable> of(Subject subject) {
        return Objects.requireNonNull(BY_SUBJECT.get(subject));
    }

    /** The order of lists sorted by it; of kinds that are sorted by. */
    public Order order(boolean descending) {
        return new Order(field, Objects.requireNonNull(kind.order), descending);
    }

    /** How values are read, and what is done with them. */
    public enum Kind {
        /** Held in lower case. */
        LOWER_CASE(null),
        /** Held with letter case and accents folded. */
        LABEL(null),
        CONSTANT(null),
        /** An entity by its id or a name. */
        SOMEONE(null),
        /** Whether the field has any value. */
        FLAG(null),
        /** Filtered by {@code from} and {@code to}. */
        TIME(Order.Values.TIMES),
        NUMBER(Order.Values.NUMBERS),
        TEXT(Order.Values.TEXTS);

        private final Order.@Nullable Values order;

        Kind(Order.@Nullable Values order) {
            this.order = order;
        }

        /** Whether lists are sorted by it; they are filtered by parameters of all other kinds. */
        public boolean isSorted() {
            return order != null;
        }

        /** Whether the parameter may be repeated, and values be excluded. */
        public boolean mayRepeat() {
            return order == null && this != FLAG;
        }
    }
}
