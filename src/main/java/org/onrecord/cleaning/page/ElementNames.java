package org.onrecord.cleaning.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The names that a page gives to an element: its classes, its id and its component. */
final class ElementNames {

    /** Longer lists of names are generated ones and tell nothing. */
    private static final int LONGEST = 1_000;

    private ElementNames() {}

    /** The names in lower case; "articleBody" becomes "article-body". */
    static List<String> of(Element element) {
        if (element.attributesSize() == 0) {
            return List.of();
        }
        String names = element.className() + " " + element.id() + " " + element.attr("data-component");
        List<String> separate = new ArrayList<>();
        if (names.length() > LONGEST) {
            return separate;
        }
        for (int start = 0, index = 0; index <= names.length(); index++) {
            if (index == names.length() || names.charAt(index) <= ' ') {
                if (index > start) {
                    separate.add(hyphenated(names.substring(start, index)));
                }
                start = index + 1;
            }
        }
        return separate;
    }

    private static String hyphenated(String name) {
        StringBuilder plain = new StringBuilder(name.length() + 4);
        for (int index = 0; index < name.length(); index++) {
            char character = name.charAt(index);
            if (index > 0 && Character.isUpperCase(character) && Character.isLowerCase(name.charAt(index - 1))) {
                plain.append('-');
            }
            plain.append(Character.toLowerCase(character));
        }
        return plain.toString();
    }

    /** The letters and digits of a name, split at everything else. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (int start = 0, index = 0; index <= name.length(); index++) {
            if (index == name.length() || !Character.isLetterOrDigit(name.charAt(index))) {
                if (index > start) {
                    words.add(name.substring(start, index));
                }
                start = index + 1;
            }
        }
        return words;
    }
}
