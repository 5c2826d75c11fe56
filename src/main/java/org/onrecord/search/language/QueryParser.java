package org.onrecord.search.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.language.Clause.AllOf;
import org.onrecord.search.language.Clause.AnyOf;
import org.onrecord.search.language.Clause.Fuzzy;
import org.onrecord.search.language.Clause.In;
import org.onrecord.search.language.Clause.Not;
import org.onrecord.search.language.Clause.Phrase;
import org.onrecord.search.language.Clause.Prefix;
import org.onrecord.search.language.Clause.Word;
import org.onrecord.search.language.Token.Kind;

/**
 * Reads the query language: words (all of them), {@code OR}, {@code -not}, {@code "phrase"}, {@code "near these"~5},
 * {@code prefix*}, {@code fuzy~}, {@code ( )} and {@code field:}. AND binds closer than OR. Whatever is typed is either
 * understood or refused with its position, in time linear in its length.
 */
public final class QueryParser {

    /** The longest query, in code points. */
    public static final int MAX_LENGTH = 2_000;

    /** The deepest nesting of parentheses, fields and exclusions. */
    public static final int MAX_DEPTH = 20;

    /** The most words, phrases, prefixes and fuzzy words in one query. */
    public static final int MAX_TERMS = 128;

    /** The most prefixes and fuzzy words in one query: each may stand for many words of the index. */
    public static final int MAX_PATTERNS = 16;

    /** The longest prefix or fuzzy word, in code points: longer than any word, and short enough for every engine. */
    public static final int MAX_PATTERN = 100;

    /** The widest nearness. */
    public static final int MAX_SLOP = 50;

    /** The shortest prefix, in letters or digits. */
    public static final int MIN_PREFIX = 2;

    /** The shortest word that may be misspelled. */
    public static final int MIN_FUZZY = 3;

    private final Tokenizer tokenizer;
    private final List<String> warnings = new ArrayList<>();
    private final List<Token> tokens;
    private int next;
    private int terms;
    private int patterns;

    private QueryParser(String query) {
        this.tokenizer = new Tokenizer(query, warnings);
        this.tokens = tokenizer.tokens();
    }

    /**
     * Understands a query.
     *
     * @throws MalformedQuery if it cannot be read, is too long or too tangled, or holds nothing to search for
     */
    public static ParsedQuery parse(String query) {
        if (query.codePointCount(0, query.length()) > MAX_LENGTH) {
            throw new MalformedQuery("too-long", MAX_LENGTH + 1, "a query has at most " + MAX_LENGTH + " characters.");
        }
        return new QueryParser(query).query();
    }

    private ParsedQuery query() {
        if (peek().is(Kind.END)) {
            throw malformed("empty-query", peek(), "there is nothing to search for; give a word or leave q out.");
        }
        Clause clause = anyOf(0, null);
        if (peek().is(Kind.CLOSE)) {
            throw malformed("unopened-parenthesis", peek(), "this ) closes nothing; take it out or open it with (.");
        }
        return new ParsedQuery(clause, warnings);
    }

    private Clause anyOf(int depth, @Nullable Field within) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(allOf(depth, within));
        while (peek().is(Kind.OR)) {
            take();
            clauses.add(allOf(depth, within));
        }
        return clauses.size() == 1 ? clauses.get(0) : new AnyOf(flat(clauses, AnyOf.class));
    }

    private Clause allOf(int depth, @Nullable Field within) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(single(depth, within));
        while (true) {
            Kind kind = peek().kind();
            if (kind == Kind.OR || kind == Kind.CLOSE || kind == Kind.END) {
                return clauses.size() == 1 ? clauses.get(0) : new AllOf(flat(clauses, AllOf.class));
            }
            if (kind == Kind.AND) {
                take();
            }
            clauses.add(single(depth, within));
        }
    }

    /** Takes lists of the same kind apart: {@code (a b) c} is {@code a b c}. */
    private static List<Clause> flat(List<Clause> clauses, Class<? extends Clause> kind) {
        List<Clause> flat = new ArrayList<>();
        for (Clause clause : clauses) {
            if (kind == AllOf.class && clause instanceof AllOf all) {
                flat.addAll(all.clauses());
            } else if (kind == AnyOf.class && clause instanceof AnyOf any) {
                flat.addAll(any.clauses());
            } else {
                flat.add(clause);
            }
        }
        return flat;
    }

    private Clause single(int depth, @Nullable Field within) {
        Token token = take();
        if (depth > MAX_DEPTH) {
            throw malformed("too-deep", token, "the query is nested more than " + MAX_DEPTH + " levels deep.");
        }
        return switch (token.kind()) {
            case NOT -> not(token, depth, within);
            case FIELD -> field(token, depth, within);
            case OPEN -> group(token, depth, within);
            case WORD, PHRASE, PREFIX, FUZZY -> term(token);
            case CLOSE -> throw misplacedClose(token);
            case OR, AND ->
                throw malformed(
                        "dangling-operator",
                        token,
                        token.text()
                                + " needs something on both sides; write it in lower case to search for the word.");
            case END -> throw atEnd();
        };
    }

    private Clause not(Token token, int depth, @Nullable Field within) {
        Kind kind = peek().kind();
        if (kind == Kind.NOT || kind == Kind.END || kind == Kind.CLOSE) {
            throw malformed("dangling-not", token, "there is nothing to exclude after " + token.text() + ".");
        }
        return new Not(single(depth + 1, within));
    }

    private Clause field(Token token, int depth, @Nullable Field within) {
        Field field = Field.valueOf(token.text());
        if (within != null) {
            throw malformed(
                    "nested-field",
                    token,
                    field.label() + ": stands inside " + within.label() + ":; a word is looked for in one field only.");
        }
        Kind kind = peek().kind();
        if (kind == Kind.NOT) {
            throw malformed("misplaced-not", peek(), "the - goes before the field, as in -" + field.label() + ":word.");
        }
        if (kind == Kind.END || kind == Kind.CLOSE || kind == Kind.OR || kind == Kind.AND) {
            throw malformed("empty-field", token, field.label() + ": needs a word, a phrase or ( ) after the colon.");
        }
        return new In(field, single(depth + 1, field));
    }

    private Clause group(Token open, int depth, @Nullable Field within) {
        if (peek().is(Kind.CLOSE)) {
            throw malformed("empty-parentheses", open, "there is nothing between ( and ).");
        }
        Clause clause = anyOf(depth + 1, within);
        if (!take().is(Kind.CLOSE)) {
            throw malformed("unclosed-parenthesis", open, "this ( has no partner; close it with ).");
        }
        return clause;
    }

    private Clause term(Token token) {
        if (++terms > MAX_TERMS) {
            throw malformed("too-many-words", token, "a query has at most " + MAX_TERMS + " words and phrases.");
        }
        boolean pattern = token.is(Kind.PREFIX) || token.is(Kind.FUZZY);
        if (pattern && ++patterns > MAX_PATTERNS) {
            throw malformed("too-many-patterns", token, "a query has at most " + MAX_PATTERNS + " words with * or ~.");
        }
        return switch (token.kind()) {
            case PHRASE -> new Phrase(token.text(), token.number());
            case PREFIX -> new Prefix(token.text());
            case FUZZY -> new Fuzzy(token.text(), token.number());
            default -> new Word(token.text());
        };
    }

    private MalformedQuery misplacedClose(Token token) {
        boolean first = token.index() == tokens.get(0).index();
        return first
                ? malformed("unopened-parenthesis", token, "this ) closes nothing; take it out or open it with (.")
                : malformed("dangling-operator", token, "something is missing before this ).");
    }

    private MalformedQuery atEnd() {
        return malformed("unfinished", peek(), "the query ends where a word was expected.");
    }

    private MalformedQuery malformed(String code, Token token, String advice) {
        return tokenizer.malformed(code, token.index(), advice);
    }

    private Token peek() {
        return tokens.get(next);
    }

    /** The next token; the end is never passed. */
    private Token take() {
        Token token = tokens.get(next);
        if (!token.is(Kind.END)) {
            next++;
        }
        return token;
    }
}
