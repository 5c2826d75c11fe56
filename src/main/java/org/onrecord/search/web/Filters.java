package org.onrecord.search.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.entity.NameLookup;
import org.onrecord.entity.NameLookup.Namesake;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.quote.QuoteStatus;
import org.onrecord.search.index.Analyzers;
import org.onrecord.search.query.Condition;
import org.onrecord.search.query.Subject;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads the filters of a list: values of one are alternatives, several filters all hold, {@code not.} excludes. */
@Component
class Filters {

    /** More alternatives than anybody means, and bounded work for the index. */
    static final int MOST_VALUES = 100;

    static final int LONGEST_VALUE = 200;

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Filters by what they hold, with the index's field. */
    private static final Map<String, String> LABELS = Map.of("outlet", "outletSlug", "language", "language");

    private static final Map<String, String> FOLDED = Map.of("section", "sectionKey", "tag", "tagKey");

    private static final Map<String, Set<String>> NAMES = Map.of(
            "kind", names(QuoteKind.values()),
            "status", names(QuoteStatus.values()),
            "type", names(EntityType.values()));

    private static final Map<Subject, Map<String, String>> PEOPLE = Map.of(
            Subject.ARTICLES, Map.of("entity", "entityId", "about", "entityId", "speaker", "speakerId"),
            Subject.QUOTES, Map.of("entity", "aboutId", "about", "aboutId", "speaker", "speakerId"),
            Subject.ENTITIES, Map.of());

    private final NameLookup names;

    Filters(NameLookup names) {
        this.names = names;
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    /** The conditions the parameters set; whom names were taken to mean is added to the warnings. */
    List<Condition> read(Subject subject, MultiValueMap<String, String> parameters, List<String> warnings) {
        List<Condition> conditions = new ArrayList<>();
        parameters.forEach((parameter, values) -> {
            boolean excluded = parameter.startsWith("not.");
            String filter = excluded ? parameter.substring(4) : parameter;
            if (isFilter(filter)) {
                Condition condition = any(values(parameter, values).stream()
                        .map(value -> condition(subject, filter, parameter, value, warnings))
                        .toList());
                conditions.add(excluded ? new Condition.Not(condition) : condition);
            } else if (parameter.equals("hasQuotes")) {
                conditions.add(new Condition.Present("kind", flag(parameter, values.get(0))));
            }
        });
        return conditions;
    }

    private static boolean isFilter(String filter) {
        return LABELS.containsKey(filter)
                || FOLDED.containsKey(filter)
                || NAMES.containsKey(filter)
                || people(Subject.ARTICLES).containsKey(filter);
    }

    private static List<String> values(String parameter, List<String> values) {
        if (values.size() > MOST_VALUES) {
            throw InvalidInput.parameter(
                    parameter, "too-many-values", "may be given at most " + MOST_VALUES + " times");
        }
        for (String value : values) {
            if (value.isBlank()) {
                throw InvalidInput.parameter(parameter, "blank", "needs a value");
            }
            if (value.length() > LONGEST_VALUE) {
                throw InvalidInput.parameter(
                        parameter, "too-long", "may have at most " + LONGEST_VALUE + " characters");
            }
        }
        return values;
    }

    private Condition condition(Subject subject, String filter, String parameter, String value, List<String> warnings) {
        String label = value.strip();
        if (LABELS.containsKey(filter)) {
            return new Condition.OneOf(LABELS.get(filter), List.of(label.toLowerCase(Locale.ROOT)));
        }
        if (FOLDED.containsKey(filter)) {
            return new Condition.OneOf(FOLDED.get(filter), List.of(Analyzers.label(label)));
        }
        if (NAMES.containsKey(filter)) {
            return new Condition.OneOf(filter, List.of(constant(parameter, label, NAMES.get(filter))));
        }
        return someone(Objects.requireNonNull(people(subject).get(filter)), filter, label, warnings);
    }

    private static Map<String, String> people(Subject subject) {
        return PEOPLE.getOrDefault(subject, Map.of());
    }

    private static String constant(String parameter, String value, Set<String> known) {
        String name = value.toUpperCase(Locale.ROOT).replace('-', '_');
        if (!known.contains(name)) {
            throw InvalidInput.parameter(
                    parameter,
                    "unknown-value",
                    "is one of "
                            + known.stream()
                                    .map(each -> each.toLowerCase(Locale.ROOT))
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        return name;
    }

    private static boolean flag(String parameter, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidInput.parameter(parameter, "not-a-flag", "is true or false");
        };
    }

    /** Someone by id or by name; a name nobody is known by is looked for as printed. */
    private Condition someone(String field, String filter, String value, List<String> warnings) {
        if (ID.matcher(value).matches()) {
            return new Condition.OneOf(field, List.of(UUID.fromString(value).toString()));
        }
        List<Namesake> called = names.called(value);
        if (called.isEmpty()) {
            warnings.add(filter + ": nobody and nothing is known as \"" + value + "\"; looked for as printed.");
            return new Condition.Worded(filter.equals("speaker") ? "speaker" : "entity", value);
        }
        warnings.add(filter + ": \"" + value + "\" " + (called.size() == 1 ? "is taken to mean " : "may mean ")
                + called.stream()
                        .map(each -> each.name() + " (" + each.id() + ")")
                        .collect(Collectors.joining(", "))
                + (called.size() == 1 ? "." : "; all are looked for. Give an id for one of them."));
        return new Condition.OneOf(
                field, called.stream().map(each -> each.id().toString()).toList());
    }

    private static Condition any(List<Condition> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new Condition.Any(conditions);
    }
}
