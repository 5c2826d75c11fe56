package org.onrecord.search.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.onrecord.search.index.Analyzers;
import org.onrecord.search.query.Condition;
import org.onrecord.search.query.Filterable;
import org.onrecord.search.query.Filterable.Kind;
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

    private final NameLookup names;

    Filters(NameLookup names) {
        this.names = names;
    }

    /** The conditions the parameters set; whom names were taken to mean is added to the warnings. */
    List<Condition> read(Subject subject, MultiValueMap<String, String> parameters, List<String> warnings) {
        List<Condition> conditions = new ArrayList<>();
        parameters.forEach((parameter, values) -> {
            boolean excluded = parameter.startsWith(ListParameters.NOT);
            Filterable filter =
                    Filterable.of(subject).get(excluded ? parameter.substring(ListParameters.NOT.length()) : parameter);
            if (filter != null && filter.kind() == Kind.FLAG) {
                conditions.add(new Condition.Present(filter.field(), flag(parameter, values.get(0))));
            } else if (filter != null && filter.kind().mayRepeat()) {
                Condition condition = any(values(parameter, values).stream()
                        .map(value -> condition(filter, parameter, value.strip(), warnings))
                        .toList());
                conditions.add(excluded ? new Condition.Not(condition) : condition);
            }
        });
        return conditions;
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

    private Condition condition(Filterable filter, String parameter, String value, List<String> warnings) {
        if (filter.kind() == Kind.SOMEONE) {
            return someone(filter, value, warnings);
        }
        String held = switch (filter.kind()) {
            case LABEL -> Analyzers.label(value);
            case CONSTANT -> constant(parameter, value, filter.values());
            default -> value.toLowerCase(Locale.ROOT);
        };
        return new Condition.OneOf(filter.field(), List.of(held));
    }

    private static String constant(String parameter, String value, List<String> known) {
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

    static boolean flag(String parameter, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidInput.parameter(parameter, "not-a-flag", "is true or false");
        };
    }

    /** Someone by id or by name; a name nobody is known by is looked for as printed. */
    private Condition someone(Filterable filter, String value, List<String> warnings) {
        if (ID.matcher(value).matches()) {
            return new Condition.OneOf(
                    filter.field(), List.of(UUID.fromString(value).toString()));
        }
        List<Namesake> called = names.shownAs(value);
        if (called.isEmpty()) {
            warnings.add(filter.name() + ": nobody and nothing is known as \"" + value + "\"; looked for as printed.");
            return new Condition.Worded(Objects.requireNonNull(filter.printed()), value);
        }
        warnings.add(filter.name() + ": \"" + value + "\" " + (called.size() == 1 ? "is taken to mean " : "may mean ")
                + called.stream()
                        .map(each -> each.name() + " (" + each.id() + ")")
                        .collect(Collectors.joining(", "))
                + (called.size() == 1 ? "." : "; all are looked for. Give an id for one of them."));
        return new Condition.OneOf(
                filter.field(),
                called.stream().map(each -> each.id().toString()).toList());
    }

    /** Values of one field are looked up at once, which is faster and keeps the query small. */
    private static Condition any(List<Condition> conditions) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        List<Condition> alternatives = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.OneOf oneOf) {
                values.computeIfAbsent(oneOf.field(), field -> new LinkedHashSet<>())
                        .addAll(oneOf.values());
            } else {
                alternatives.add(condition);
            }
        }
        values.forEach((field, held) -> alternatives.add(new Condition.OneOf(field, List.copyOf(held))));
        return alternatives.size() == 1 ? alternatives.get(0) : new Condition.Any(alternatives);
    }
}
