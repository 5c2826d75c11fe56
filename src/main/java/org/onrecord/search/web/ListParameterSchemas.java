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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.input.DeclaredParameters;
import org.onrecord.api.input.Limits;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.quote.QuoteStatus;
import org.onrecord.search.language.QueryParser;
import org.onrecord.search.query.Subject;
import org.onrecord.search.web.ListParameters.OfEntities;
import org.onrecord.search.web.ListParameters.OfQuoteTimelines;
import org.onrecord.search.web.ListParameters.OfQuotes;
import org.onrecord.search.web.ListParameters.OfRelatedQuotes;
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
                Schema<?> schema = schema(name, method);
                if (schema != null) {
                    told.removeIf(parameter ->
                            name.equals(parameter.getName()) && !Boolean.TRUE.equals(parameter.getRequired()));
                    if (told.stream().noneMatch(parameter -> name.equals(parameter.getName()))) {
                        told.add(parameter(name, schema));
                    }
                }
            }
            operation.setParameters(told);
        }
        return operation;
    }

    private static Parameter parameter(String name, Schema<?> schema) {
        var parameter = new Parameter().in("query").name(name).required(false).schema(schema);
        if (Set.of("facet", ChosenMembers.PARAMETER, SearchRequests.EXPAND).contains(name)) {
            // One of these holds several: facet=outlet,section.
            parameter.style(Parameter.StyleEnum.FORM).explode(false);
        }
        return parameter;
    }

    private static @Nullable Schema<?> schema(String parameter, HandlerMethod method) {
        String name = parameter.startsWith("not.") ? parameter.substring(4) : parameter;
        return switch (name) {
            case "q" -> new StringSchema().minLength(1).maxLength(QueryParser.MAX_LENGTH);
            case "from", "to" -> time();
            case "dateField" -> oneOf(List.of("published", "modified", "ingested"));
            case "hasQuotes", "highlight" -> new BooleanSchema();
            case "sort" -> oneOf(SearchRequests.sorts(subject(method)));
            case "limit" -> whole(1, Limits.PAGE, Limits.PAGE_DEFAULT);
            case "facetSize" -> whole(1, Facets.MOST, Facets.SIZE_DEFAULT);
            case "format" -> oneOf(constants(ListFormat.values()));
            case "interval" -> oneOf(Timelines.intervals());
            case "relation" -> oneOf(List.of("by", "about"));
            case "facet" -> new ArraySchema().items(oneOf(Facets.names(subject(method))));
            case SearchRequests.EXPAND -> new ArraySchema().items(oneOf(SearchRequests.expansions()));
            case ChosenMembers.PARAMETER ->
                new ArraySchema().items(oneOf(ChosenMembers.members(ChosenMembers.resultsOf(method.getReturnType()))));
            case "kind" -> some(oneOf(constants(QuoteKind.values())));
            case "status" -> some(oneOf(constants(QuoteStatus.values())));
            case "type" -> some(oneOf(constants(EntityType.values())));
            case "outlet", "section", "tag", "language", "entity", "speaker", "about" ->
                some(new StringSchema().minLength(1).maxLength(Filters.LONGEST_VALUE));
            default -> null;
        };
    }

    private static Subject subject(HandlerMethod method) {
        if (method.hasMethodAnnotation(OfEntities.class)) {
            return Subject.ENTITIES;
        }
        boolean quotes = method.hasMethodAnnotation(OfQuotes.class)
                || method.hasMethodAnnotation(OfRelatedQuotes.class)
                || method.hasMethodAnnotation(OfQuoteTimelines.class);
        return quotes ? Subject.QUOTES : Subject.ARTICLES;
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

    private static Schema<?> some(Schema<?> item) {
        return new ArraySchema().items(item).maxItems(Filters.MOST_VALUES);
    }

    private static Schema<?> whole(int least, int most, int usual) {
        var schema = new IntegerSchema();
        schema.setMinimum(BigDecimal.valueOf(least));
        schema.setMaximum(BigDecimal.valueOf(most));
        schema.setDefault(usual);
        return schema;
    }

    private static List<String> constants(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
