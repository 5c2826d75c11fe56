package org.onrecord.api.input;

import jakarta.validation.Validator;
import org.onrecord.api.Failures;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.api.problem.Violations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as strictly as a request's whole body is read, for those who take a body apart themselves. */
@Component
public class JsonBodies {

    private final JsonMapper mapper;
    private final Validator validator;

    JsonBodies(JsonMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The value that stands in a piece of JSON.
     *
     * @throws tools.jackson.core.JacksonException if it is none; see {@link Failures}
     * @throws InvalidInput if it breaks the type's constraints
     */
    public <T> T read(String json, Class<T> type) {
        T value = mapper.readValue(json, type);
        if (value == null) {
            throw InvalidInput.at("", "null", "must be an object, not null");
        }
        var violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new InvalidInput(Violations.faults(violations));
        }
        return value;
    }

    /** The value as one line of JSON. */
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }
}
