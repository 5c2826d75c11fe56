package org.onrecord.entity.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name folded for looking it up: without case, accents, apostrophes, dots and forms of address, so that "Mr Erdoğan",
 * "ERDOGAN" and "Erdogan's" are one key. May be empty for a name that is all marks.
 */
public record NameKey(String value) {

    /** Courtesy titles that say nothing about who somebody is; ranks and offices do and stay. */
    static final Set<String> FORMS_OF_ADDRESS = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "the");

    public static NameKey of(String name) {
        List<String> words =
                new ArrayList<>(List.of(fold(withoutPossessive(name)).split(" ")));
        while (words.size() > 1 && FORMS_OF_ADDRESS.contains(words.get(0))) {
            words.remove(0);
        }
        return new NameKey(String.join(" ", words));
    }

    static String withoutPossessive(String name) {
        String stripped = name.strip();
        boolean possessive = stripped.endsWith("'s") || stripped.endsWith("’s");
        return possessive && stripped.length() > 2 ? stripped.substring(0, stripped.length() - 2) : stripped;
    }

    static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                folded.appendCodePoint(lowerCase(c));
            } else if (separates(c) && !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        });
        return folded.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** The letters that Unicode does not decompose but readers without them replace. */
    private static int lowerCase(int c) {
        return switch (c) {
            case 'ı', 'İ' -> 'i';
            case 'ł', 'Ł' -> 'l';
            case 'ø', 'Ø' -> 'o';
            case 'đ', 'Đ' -> 'd';
            default -> Character.toLowerCase(c);
        };
    }

    private static boolean separates(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c == '‐' || c == '–' || c == '/';
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }
}
