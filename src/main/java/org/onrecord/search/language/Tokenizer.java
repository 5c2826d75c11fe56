package org.onrecord.search.language;

import static org.onrecord.search.language.QueryParser.MAX_PATTERN;
import static org.onrecord.search.language.QueryParser.MAX_SLOP;
import static org.onrecord.search.language.QueryParser.MIN_FUZZY;
import static org.onrecord.search.language.QueryParser.MIN_PREFIX;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.onrecord.search.language.Token.Kind;

/** Cuts a query into tokens, from left to right, once over the text. */
final class Tokenizer {

    private static final String QUOTES = "\"\u201C\u201D\u201E\u201F";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<String> warnings;
    private int index;

    Tokenizer(String text, List<String> warnings) {
        this.text = text;
        this.warnings = warnings;
    }

    /** All tokens, the last one {@link Kind#END}. */
    List<Token> tokens() {
        while (index < text.length()) {
            char next = text.charAt(index);
            if (isBlank(next)) {
                index++;
            } else if (next == '(') {
                mark(Kind.OPEN);
            } else if (next == ')') {
                mark(Kind.CLOSE);
            } else if (isQuote(next)) {
                phrase();
            } else if (next == '-' && negates()) {
                mark(Kind.NOT);
            } else {
                word();
            }
        }
        add(Kind.END, "", 0, text.length());
        return tokens;
    }

    private void mark(Kind kind) {
        add(kind, text.substring(index, index + 1), 0, index);
        index++;
    }

    /** A hyphen excludes where something follows it at once; a dash between blanks or a double one is punctuation. */
    private boolean negates() {
        if (index + 1 == text.length()) {
            return false;
        }
        char following = text.charAt(index + 1);
        return !isBlank(following) && following != '-' && following != ')';
    }

    private void phrase() {
        int start = index++;
        int from = index;
        while (index < text.length() && !isQuote(text.charAt(index))) {
            index++;
        }
        if (index == text.length()) {
            throw malformed("unclosed-quote", start, "this quotation mark has no partner; close the phrase with \".");
        }
        String words = text.substring(from, index++).strip().replaceAll("\\s+", " ");
        int slop = slop();
        if (!sayable(words)) {
            throw malformed("empty-phrase", start, "there are no words between these quotation marks.");
        }
        add(Kind.PHRASE, words, slop, start);
    }

    private int slop() {
        if (index == text.length() || text.charAt(index) != '~') {
            return 0;
        }
        int at = index++;
        int from = index;
        while (index < text.length() && isDigit(text.charAt(index))) {
            index++;
        }
        String digits = text.substring(from, index);
        if (digits.isEmpty() || digits.length() > 3 || Integer.parseInt(digits) > MAX_SLOP) {
            throw malformed(
                    "bad-nearness",
                    at,
                    "after a phrase, ~ takes a number from 0 to " + MAX_SLOP + ", as in \"near these\"~5.");
        }
        return Integer.parseInt(digits);
    }

    private void word() {
        int start = index;
        while (index < text.length() && !endsWord(text.charAt(index))) {
            if (text.charAt(index) == ':' && field(start)) {
                return;
            }
            index++;
        }
        String word = text.substring(start, index);
        switch (word) {
            case "OR" -> add(Kind.OR, word, 0, start);
            case "AND" -> add(Kind.AND, word, 0, start);
            case "NOT" -> add(Kind.NOT, word, 0, start);
            default -> word(word, start);
        }
    }

    /** Whether what was read since {@code start} names a field; a colon after other words is punctuation. */
    private boolean field(int start) {
        String label = text.substring(start, index);
        boolean followed = index + 1 < text.length() && !isBlank(text.charAt(index + 1));
        var field = Field.named(label);
        if (field.isPresent()) {
            if (!followed) {
                throw malformed(
                        "empty-field",
                        start,
                        label + ": needs something right after the colon, as in "
                                + field.get().label() + ":flood.");
            }
            add(Kind.FIELD, field.get().name(), 0, start);
            index++;
            return true;
        }
        boolean namesSomething = followed && !label.isEmpty() && label.chars().allMatch(Tokenizer::isAsciiLetter);
        if (namesSomething && !text.startsWith("://", index)) {
            throw malformed("unknown-field", start, unknown(label));
        }
        return false;
    }

    private static String unknown(String label) {
        String known =
                Arrays.stream(Field.values()).map(field -> field.label() + ":").collect(Collectors.joining(" "));
        return "there is no field " + label + ":, only " + known + "; put \"" + label
                + ":...\" in quotation marks to search for the words themselves.";
    }

    private void word(String word, int start) {
        int star = word.indexOf('*');
        int tilde = word.indexOf('~');
        if (star >= 0) {
            prefix(word, star, start);
        } else if (tilde >= 0) {
            fuzzy(word, tilde, start);
        } else if (sayable(word)) {
            add(Kind.WORD, word, 0, start);
        } else {
            warnings.add("Nothing to search for in \"" + word + "\", left out.");
        }
    }

    private void prefix(String word, int star, int start) {
        String stem = word.substring(0, star);
        if (star != word.length() - 1) {
            throw malformed("misplaced-star", start + star, "* stands only at the end of a word, as in prefix*.");
        }
        if (stem.codePointCount(0, stem.length()) < MIN_PREFIX) {
            throw malformed(
                    "short-prefix",
                    start,
                    "* needs at least " + MIN_PREFIX + " letters or digits before it, as in el*.");
        }
        add(Kind.PREFIX, single(stem, '*', start), 0, start);
    }

    private void fuzzy(String word, int tilde, int start) {
        String stem = word.substring(0, tilde);
        String number = word.substring(tilde + 1);
        if (!number.isEmpty() && !number.equals("1") && !number.equals("2")) {
            throw malformed(
                    "bad-fuzziness", start + tilde, "after a word, ~ stands alone or takes 1 or 2, as in fuzy~1.");
        }
        int length = stem.codePointCount(0, stem.length());
        if (length < MIN_FUZZY) {
            throw malformed("short-fuzzy", start, "~ needs at least " + MIN_FUZZY + " letters before it, as in fuzy~.");
        }
        // The usual measure of search engines: one slip in a short word, two in a longer one.
        int edits = number.isEmpty() ? (length < 6 ? 1 : 2) : Integer.parseInt(number);
        add(Kind.FUZZY, single(stem, '~', start), edits, start);
    }

    /** A word before * or ~ has to stay in one piece in analysis, or the mark would have nothing to stand on. */
    private String single(String stem, char mark, int start) {
        if (stem.codePointCount(0, stem.length()) > MAX_PATTERN) {
            throw malformed(
                    "long-pattern", start, "a word before " + mark + " has at most " + MAX_PATTERN + " letters.");
        }
        boolean whole = stem.codePoints()
                .allMatch(each ->
                        Character.isLetterOrDigit(each) || Character.getType(each) == Character.NON_SPACING_MARK);
        if (!whole) {
            throw malformed(
                    "marked-word",
                    start,
                    "only letters and digits may stand before " + mark + "; write the parts as words of their own.");
        }
        return stem;
    }

    private void add(Kind kind, String words, int number, int start) {
        tokens.add(new Token(kind, words, number, start));
    }

    MalformedQuery malformed(String code, int at, String advice) {
        return new MalformedQuery(code, text.codePointCount(0, at) + 1, advice);
    }

    /** Whether an index could hold it: punctuation alone is never indexed. */
    private static boolean sayable(String word) {
        return word.codePoints()
                .anyMatch(each -> Character.isLetterOrDigit(each) || Character.getType(each) == Character.OTHER_SYMBOL);
    }

    private static boolean endsWord(char next) {
        return isBlank(next) || next == '(' || next == ')' || isQuote(next);
    }

    private static boolean isBlank(char next) {
        return Character.isWhitespace(next) || Character.isSpaceChar(next) || Character.isISOControl(next);
    }

    private static boolean isQuote(char next) {
        return QUOTES.indexOf(next) >= 0;
    }

    private static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }

    private static boolean isAsciiLetter(int next) {
        return next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
    }
}
