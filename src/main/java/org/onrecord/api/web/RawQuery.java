package org.onrecord.api.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.input.WellFormedText;
import org.onrecord.api.problem.InvalidInput;

/** The query of a URL as it was sent: the container would let broken encodings pass and read bodies as parameters. */
final class RawQuery {

    private RawQuery() {}

    /** The parameters in order, each with its values. */
    static Map<String, List<String>> parameters(@Nullable String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = decoded("query", equals < 0 ? pair : pair.substring(0, equals));
                var value = equals < 0 ? "" : decoded(name, pair.substring(equals + 1));
                parameters.computeIfAbsent(name, added -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    /**
     * A part of a URL without its percent-encoding.
     *
     * @param parameter what to call the part in the objection
     * @throws InvalidInput 400 when the encoding is broken or hides what is not text
     */
    static String decoded(String parameter, String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(encoded.charAt(i + 2), 16);
                if (low < 0) {
                    throw InvalidInput.parameter(
                            parameter, "bad-encoding", "has a % that two hex digits do not follow");
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c == '+') {
                bytes.write(' ');
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                throw InvalidInput.parameter(parameter, "bad-encoding", "has characters that are not percent-encoded");
            }
        }
        return text(parameter, bytes.toByteArray());
    }

    private static String text(String parameter, byte[] bytes) {
        try {
            // A new decoder reports what is malformed: UTF-8 for a lone surrogate is, for one.
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            WellFormedText.objection(text).ifPresent(objection -> {
                throw InvalidInput.parameter(parameter, "not-well-formed-text", objection);
            });
            return text;
        } catch (CharacterCodingException malformed) {
            throw InvalidInput.parameter(parameter, "not-utf-8", "is not UTF-8");
        }
    }
}
