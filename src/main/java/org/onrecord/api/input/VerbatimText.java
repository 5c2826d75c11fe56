package org.onrecord.api.input;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a string exactly as it was sent, where offsets into it matter: checked as all text is, but not normalised. For
 * {@code @JsonDeserialize(using = VerbatimText.class)}.
 */
public final class VerbatimText extends StdDeserializer<String> {

    public VerbatimText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return StrictJson.text(parser, context);
    }
}
