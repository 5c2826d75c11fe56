package org.onrecord.search.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onrecord.api.input.DeclaredParameters;
import org.onrecord.api.input.Limits;
import org.onrecord.search.language.QueryParser;
import org.onrecord.search.query.Filterable;
import org.onrecord.search.query.Filterable.Kind;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Tells in the OpenAPI document what the lists' parameters may be, as it is enforced. */
@Component
class ListParameterSchemas implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (method.getBeanType().getPackageName().equals(getClass().getPackageName())) {
            var told =
                    new ArrayList<Parameter>(operation.getParameters() == null ? List.of() : operation.getParameters());
            for (String name : DeclaredParameters.of(method).names()) {
                parameter(name, method).ifPresent(parameter -> {
                    told.removeIf(each -> name.equals(each.getName()) && !Boolean.TRUE.equals(each.getRequired()));
                    if (told.stream().noneMatch(each -> name.equals(each.getName()))) {
                        told.add(parameter.in("query").name(name).required(false));
                    }
                });
            }
            operation.setParameters(told);
        }
        return operation;
    }

    private static Optional<Parameter> parameter(String name, HandlerMethod method) {
        var list = method.getMethodAnnotation(ListParameters.Of.class);
        Map<String, Filterable> rows =
                list == null ? Map.of() : Filterable.of(list.value().subject());
        boolean excludes = name.startsWith(ListParameters.NOT);
        var filter = rows.get(excludes ? name.substring(ListParameters.NOT.length()) : name);
        return filter != null
                ? Optional.of(parameter(filter, excludes))
                : Arrays.stream(ListParameter.values())
                        .filter(each -> each.label().equals(name))
                        .map(each -> parameter(each, rows.values(), method))
                        .findFirst();
    }

    private static Parameter parameter(Filterable filter, boolean excludes) {
        if (!filter.kind().mayRepeat()) {
            return new Parameter().schema(new BooleanSchema()).description(filter.description() + ".");
        }
        var value = filter.kind() == Kind.CONSTANT
                ? oneOf(constants(filter.values()))
                : new StringSchema().minLength(1).maxLength(Filters.LONGEST_VALUE);
        return new Parameter()
                .schema(new ArraySchema().items(value).maxItems(Filters.MOST_VALUES))
                .description(filter.description()
                        + (excludes ? ". Leaves out what has any of the values." : ". Repeated: any of the values."));
    }

    private static Parameter parameter(ListParameter other, Collection<Filterable> rows, HandlerMethod method) {
        var parameter = new Parameter().schema(schema(other, rows, method)).description(other.description() + ".");
        if (other.isList()) {
            parameter.style(Parameter.StyleEnum.FORM).explode(false);
        }
        if (other == ListParameter.SORT) {
            parameter.setDescription(rows.stream()
                    .filter(row -> row.kind().isSorted())
                    .map(row -> "`" + row.name() + "`: " + row.description())
                    .collect(Collectors.joining("; ", other.description() + ". ", "; `relevance` needs `q`.")));
        }
        return parameter;
    }

    private static Schema<?> schema(ListParameter other, Collection<Filterable> rows, HandlerMethod method) {
        return switch (other) {
            case Q -> new StringSchema().minLength(1).maxLength(QueryParser.MAX_LENGTH);
            case FROM, TO -> time();
            case DATE_FIELD -> oneOf(Times.fields());
            case SORT -> oneOf(SearchRequests.sorts(rows));
            case LIMIT -> whole(1, Limits.PAGE, Limits.PAGE_DEFAULT);
            case CURSOR, TZ -> new StringSchema();
            case FORMAT -> oneOf(constants(names(ListFormat.values())));
            case HIGHLIGHT -> new BooleanSchema();
            case FACET -> new ArraySchema().items(oneOf(Facets.names(rows)));
            case FACET_SIZE -> whole(1, Facets.MOST, Facets.SIZE_DEFAULT);
            case FIELDS ->
                new ArraySchema().items(oneOf(ChosenMembers.members(ChosenMembers.resultsOf(method.getReturnType()))));
            case EXPAND -> new ArraySchema().items(oneOf(SearchRequests.expansions()));
            case RELATION -> oneOf(List.of("by", "about"));
            case INTERVAL -> oneOf(Timelines.intervals());
        };
    }

    private static Schema<?> time() {
        return new Schema<>()
                .anyOf(List.of(
                        new StringSchema().format("date"),
                        new StringSchema().format("date-time"),
                        new StringSchema().format("duration").description("back from now")))
                .example("2024-05-01");
    }

    private static Schema<?> oneOf(List<String> values) {
        return new StringSchema()._enum(values);
    }

    private static Schema<?> whole(int least, int most, int usual) {
        var schema = new IntegerSchema();
        schema.setMinimum(BigDecimal.valueOf(least));
        schema.setMaximum(BigDecimal.valueOf(most));
        schema.setDefault(usual);
        return schema;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static List<String> constants(List<String> names) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
