package org.onrecord.api.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Set;
import java.util.TreeSet;
import org.onrecord.api.problem.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change as RFC 7396 writes it: members present are set, members null are cleared, absent members stay. Taken as a
 * request body; {@link MergePatches} applies it.
 */
public final class MergePatch {

    /** The media type of merge patches; plain {@code application/json} is read as one too. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectNode document;

    /** @throws InvalidInput when the document is no object: that would replace a resource by a value */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MergePatch(JsonNode document) {
        if (!(document instanceof ObjectNode object)) {
            throw InvalidInput.at("", "not-an-object", "a merge patch must be a JSON object");
        }
        this.document = object.deepCopy();
    }

    /** The members the patch speaks of, in order of name. */
    public Set<String> members() {
        return new TreeSet<>(document.propertyNames());
    }

    /** Whether the patch speaks of this member, be it to set or to clear it. */
    public boolean has(String member) {
        return document.has(member);
    }

    ObjectNode appliedTo(ObjectNode target) {
        return merge(target.deepCopy(), document);
    }

    /** RFC 7396, section 2. */
    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        for (var member : patch.properties()) {
            var value = member.getValue();
            if (value.isNull()) {
                target.remove(member.getKey());
            } else if (value instanceof ObjectNode nested) {
                var present = target.get(member.getKey());
                var base = present instanceof ObjectNode object ? object : target.objectNode();
                target.set(member.getKey(), merge(base, nested));
            } else {
                target.set(member.getKey(), value);
            }
        }
        return target;
    }
}
