package org.onrecord.search.web;

import static org.onrecord.search.web.ListParameter.PRINTED;
import static org.onrecord.search.web.ListParameter.SHOWN;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.onrecord.api.input.QueryParameters;
import org.onrecord.search.query.Filterable;
import org.onrecord.search.query.Filterable.Kind;
import org.onrecord.search.query.Subject;

/** The lists and timelines there are, by the query parameters they take. */
enum ListParameters {
    ARTICLES(Subject.ARTICLES, PRINTED, SHOWN, Set.of(ListParameter.SORT, ListParameter.EXPAND)),
    QUOTES(Subject.QUOTES, PRINTED, SHOWN, Set.of(ListParameter.SORT)),
    RELATED_QUOTES(Subject.QUOTES, PRINTED, SHOWN, Set.of(ListParameter.SORT, ListParameter.RELATION)),
    ENTITIES(Subject.ENTITIES, SHOWN, Set.of(ListParameter.Q, ListParameter.SORT)),
    ARTICLE_TIMELINE(Subject.ARTICLES, PRINTED, Set.of(ListParameter.INTERVAL, ListParameter.TZ)),
    QUOTE_TIMELINE(Subject.QUOTES, PRINTED, Set.of(ListParameter.INTERVAL, ListParameter.TZ)),
    COOCCURRING(
            Subject.ARTICLES, EnumSet.range(ListParameter.FROM, ListParameter.DATE_FIELD), Set.of(ListParameter.LIMIT));

    /** Before a filter's name: excludes its values. */
    static final String NOT = "not.";

    private final Subject subject;
    private final Set<ListParameter> others = EnumSet.noneOf(ListParameter.class);

    @SafeVarargs
    ListParameters(Subject subject, Set<ListParameter>... groups) {
        this.subject = subject;
        Arrays.stream(groups).forEach(others::addAll);
    }

    Subject subject() {
        return subject;
    }

    /** Names, and whether each may be repeated. */
    Map<String, Boolean> names() {
        Map<String, Boolean> names = new TreeMap<>();
        others.forEach(other -> names.put(other.label(), other.mayRepeat()));
        for (Filterable row : Filterable.of(subject).values()) {
            if (takes(row.kind())) {
                names.put(row.name(), row.kind().mayRepeat());
                if (row.kind().mayRepeat() && this != COOCCURRING) {
                    names.put(NOT + row.name(), true);
                }
            }
        }
        return names;
    }

    private boolean takes(Kind kind) {
        return this == COOCCURRING ? kind == Kind.LOWER_CASE || kind == Kind.LABEL : !kind.isSorted();
    }

    /** Says which list or timeline a controller method answers with, and so which query parameters it takes. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(Table.class)
    @interface Of {
        ListParameters value();
    }

    /** What the annotated methods take. */
    static final class Table implements QueryParameters.Table {

        @Override
        public Map<String, Boolean> of(Method method) {
            return Objects.requireNonNull(method.getAnnotation(Of.class))
                    .value()
                    .names();
        }
    }
}
