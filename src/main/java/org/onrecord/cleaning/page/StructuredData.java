package org.onrecord.cleaning.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a page says about its article in JSON-LD: schema.org's NewsArticle and similar types. JSON that it cannot
 * read counts as absent.
 */
final class StructuredData {

    private static final List<String> ARTICLE_TYPES = List.of("Article", "BlogPosting", "Report", "NewsArticle");
    private static final int DEEPEST = 40;

    private final String json;
    private int position;

    private StructuredData(String json) {
        this.json = json;
    }

    /** The first article described in a script's text, or an empty map. */
    static Map<String, Object> article(String json) {
        Object root;
        try {
            root = new StructuredData(json).value(0);
        } catch (IllegalArgumentException unreadable) {
            return Map.of();
        }
        Map<String, Object> article = articleIn(root, 0);
        return article == null ? Map.of() : article;
    }

    private static @Nullable Map<String, Object> articleIn(@Nullable Object value, int depth) {
        if (depth > 4) {
            return null;
        }
        if (value instanceof List<?> list) {
            for (Object element : list) {
                Map<String, Object> found = articleIn(element, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Object> members = new HashMap<>();
        map.forEach((name, member) -> members.put((String) name, member));
        Object type = members.get("@type");
        boolean article = ARTICLE_TYPES.stream()
                .anyMatch(wanted -> type != null && type.toString().contains(wanted));
        if (article) {
            return members;
        }
        Map<String, Object> inGraph = articleIn(members.get("@graph"), depth + 1);
        return inGraph != null ? inGraph : articleIn(members.get("mainEntity"), depth + 1);
    }

    /** The text of a member: of an object its name, of a list the joined names of its elements. */
    static @Nullable String text(@Nullable Object member) {
        if (member instanceof String text) {
            return text.isBlank() ? null : text;
        }
        if (member instanceof Map<?, ?> object) {
            return text(object.get("name"));
        }
        if (member instanceof List<?> list) {
            List<String> names = new ArrayList<>();
            for (Object element : list) {
                String name = element instanceof List ? null : text(element);
                if (name != null) {
                    names.add(name);
                }
            }
            return names.isEmpty() ? null : String.join(", ", names);
        }
        return null;
    }

    private @Nullable Object value(int depth) {
        skipBlanks();
        if (position >= json.length() || depth > DEEPEST) {
            throw new IllegalArgumentException("JSON ends or nests too deeply at " + position);
        }
        return switch (json.charAt(position)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            default -> literal();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new HashMap<>();
        position++;
        while (!closes('}')) {
            skipBlanks();
            if (position >= json.length() || json.charAt(position) != '"') {
                throw new IllegalArgumentException("no member name at " + position);
            }
            String name = string();
            skipBlanks();
            position++;
            Object member = value(depth + 1);
            if (member != null) {
                members.putIfAbsent(name, member);
            }
        }
        return members;
    }

    private List<Object> array(int depth) {
        List<Object> elements = new ArrayList<>();
        position++;
        while (!closes(']')) {
            Object element = value(depth + 1);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** Passes a comma; passes the end of the object or array and answers true if it comes next. */
    private boolean closes(char end) {
        skipBlanks();
        if (position < json.length() && json.charAt(position) == ',') {
            position++;
            skipBlanks();
        }
        if (position < json.length() && json.charAt(position) == end) {
            position++;
            return true;
        }
        return false;
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        for (position++; position < json.length(); position++) {
            char character = json.charAt(position);
            if (character == '"') {
                position++;
                return text.toString();
            }
            text.append(character == '\\' ? escaped() : character);
        }
        throw new IllegalArgumentException("a string without an end");
    }

    private char escaped() {
        position++;
        char character = position < json.length() ? json.charAt(position) : ' ';
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b', 'f' -> ' ';
            case 'u' -> unicode();
            default -> character;
        };
    }

    private char unicode() {
        int value = 0;
        for (int digit = 0; digit < 4; digit++) {
            position++;
            value = value * 16
                    + Math.max(0, Character.digit(position < json.length() ? json.charAt(position) : '0', 16));
        }
        return (char) value;
    }

    private @Nullable Object literal() {
        int start = position;
        while (position < json.length() && ",]} \n\r\t".indexOf(json.charAt(position)) < 0) {
            position++;
        }
        if (position == start) {
            throw new IllegalArgumentException("no value at " + position);
        }
        String text = json.substring(start, position);
        return text.equals("null") ? null : text;
    }

    private void skipBlanks() {
        while (position < json.length() && json.charAt(position) <= ' ') {
            position++;
        }
    }
}
