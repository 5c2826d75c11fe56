package org.onrecord.api.input;

import jakarta.validation.Validator;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.api.problem.Violations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Applies merge patches to what a resource lets its callers write, as strictly as a whole body is read. */
@Component
public class MergePatches {

    private final JsonMapper mapper;
    private final Validator validator;

    MergePatches(JsonMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * What the caller wants the resource to be.
     *
     * @param current the resource as it is: the same record a PUT would take, so that only what may be written can be
     *     patched
     * @throws InvalidInput when the outcome is not valid; the pointers are those of the outcome
     */
    public <T> T apply(MergePatch patch, T current) {
        @SuppressWarnings("unchecked")
        var type = (Class<T>) current.getClass();
        var wanted = patch.appliedTo((ObjectNode) mapper.<ObjectNode>valueToTree(current));
        var outcome = mapper.treeToValue(wanted, type);
        var violations = validator.validate(outcome);
        if (!violations.isEmpty()) {
            throw new InvalidInput(Violations.faults(violations));
        }
        return outcome;
    }
}
