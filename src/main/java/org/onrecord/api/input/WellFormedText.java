package org.onrecord.api.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import org.onrecord.api.problem.InvalidInput;

/** Text that can be stored and found again: no NUL, no half of a surrogate pair, in normalisation form C. */
public final class WellFormedText {

    private WellFormedText() {}

    /** What keeps a text from being stored, or empty when nothing does. */
    public static Optional<String> objection(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("must not contain NUL");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of("must not contain half a surrogate pair");
            }
        }
        return Optional.empty();
    }

    /** The text in Unicode normalisation form C. */
    public static String normalised(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * A body of plain text: strict UTF-8 (a byte order mark is left out), well-formed; not normalised.
     *
     * @throws InvalidInput when it is not
     */
    public static String decoded(byte[] utf8) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            objection(text).ifPresent(objection -> {
                throw InvalidInput.at("", "not-well-formed-text", objection);
            });
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw InvalidInput.at("", "not-utf-8", "the body is not UTF-8");
        }
    }
}
