package org.onrecord.extraction.grammar;

import java.util.List;
import java.util.Locale;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.naming.Name;
import org.onrecord.text.CharSpan;
import org.onrecord.text.TokenisedText;

/**
 * An article cut into pieces, each a word, a whole name or a whole quotation, and those into the writer's own sentences.
 * What stands between quotation marks is one piece, so that a clause around a quotation can be read as if the quotation
 * were a noun.
 */
class Pieces {

    private final TokenisedText text;
    private final List<Quotation> quotations;
    private final List<Name> names;
    private final int size;
    private final int[] firstToken;
    private final int[] endToken;

    /** The quotation a piece is, or -1. */
    private final int[] quotation;

    /** The name a piece is, or -1. */
    private final int[] name;

    private final String[] lower;
    private final int[] sentence;
    private final int[] paragraph;
    private final int[] sentenceStarts;
    private final int sentences;

    Pieces(TokenisedText text, List<Quotation> quotations, List<Name> names) {
        this.text = text;
        this.quotations = quotations;
        this.names = names;
        int most = text.tokenCount();
        firstToken = new int[most];
        endToken = new int[most];
        quotation = new int[most];
        name = new int[most];
        size = cut();
        lower = new String[size];
        for (int piece = 0; piece < size; piece++) {
            lower[piece] = quotation[piece] >= 0 || name[piece] >= 0 && endToken[piece] - firstToken[piece] > 1
                    ? ""
                    : text.token(firstToken[piece]).toLowerCase(Locale.ROOT);
        }
        sentence = new int[size];
        paragraph = new int[size];
        sentenceStarts = new int[size + 1];
        sentences = cutSentences();
    }

    /** Runs through tokens, quotations and names side by side. */
    private int cut() {
        int pieces = 0;
        int nextQuotation = 0;
        int nextName = 0;
        int token = 0;
        while (token < text.tokenCount()) {
            int start = text.tokenStart(token);
            while (nextQuotation < quotations.size()
                    && quotations.get(nextQuotation).end() <= start) {
                nextQuotation++;
            }
            while (nextName < names.size() && names.get(nextName).end() <= start) {
                nextName++;
            }
            int end = text.tokenEnd(token);
            firstToken[pieces] = token;
            quotation[pieces] = -1;
            name[pieces] = -1;
            int reach = end;
            if (nextQuotation < quotations.size()
                    && quotations.get(nextQuotation).start() < end) {
                quotation[pieces] = nextQuotation;
                reach = quotations.get(nextQuotation).end();
            } else if (nextName < names.size()
                    && names.get(nextName).start() < end
                    && !(nextQuotation < quotations.size()
                            && quotations.get(nextQuotation).start()
                                    < names.get(nextName).end())) {
                name[pieces] = nextName;
                reach = names.get(nextName).end();
            }
            token++;
            while (token < text.tokenCount() && text.tokenStart(token) < reach) {
                token++;
            }
            endToken[pieces++] = token;
        }
        return pieces;
    }

    private int cutSentences() {
        int count = 0;
        int story = OpeningDateline.endIn(text, names);
        int textSentence = -1;
        int textParagraph = -1;
        for (int piece = 0; piece < size; piece++) {
            int token = firstToken[piece];
            boolean breaks = piece == 0 || token == story;
            while (textSentence + 1 < text.sentenceCount() && text.sentenceFirstToken(textSentence + 1) <= token) {
                textSentence++;
                breaks |= text.sentenceFirstToken(textSentence) == token;
                // The sentence began inside the quotation before; what follows it begins with this piece.
                breaks |= piece > 0 && quotation[piece - 1] >= 0 && endsSentence(piece - 1) && startsSentence(piece);
            }
            while (textParagraph + 1 < text.paragraphCount() && text.paragraphFirstToken(textParagraph + 1) <= token) {
                textParagraph++;
                breaks = true;
            }
            breaks |= piece > 0 && quotation[piece - 1] >= 0 && quotation[piece] >= 0 && endsSentence(piece - 1);
            if (breaks) {
                sentenceStarts[count++] = piece;
            }
            sentence[piece] = count - 1;
            paragraph[piece] = textParagraph;
        }
        sentenceStarts[count] = size;
        return count;
    }

    private boolean endsSentence(int piece) {
        return ".!?…’'\"”".indexOf(lastChar(piece)) >= 0;
    }

    /** The last character of a quotation's words, white space aside. */
    private char lastChar(int piece) {
        CharSpan words = quotationAt(piece).words();
        int last = words.end() - 1;
        while (last > words.start() && Character.isWhitespace(text.text().charAt(last))) {
            last--;
        }
        return text.text().charAt(last);
    }

    private boolean startsSentence(int piece) {
        return Character.isUpperCase(text.firstChar(firstToken[piece]));
    }

    public TokenisedText text() {
        return text;
    }

    public int size() {
        return size;
    }

    public int start(int piece) {
        return quotation[piece] >= 0
                ? quotations.get(quotation[piece]).start()
                : name[piece] >= 0 ? names.get(name[piece]).start() : text.tokenStart(firstToken[piece]);
    }

    public int end(int piece) {
        return quotation[piece] >= 0
                ? quotations.get(quotation[piece]).end()
                : name[piece] >= 0 ? names.get(name[piece]).end() : text.tokenEnd(endToken[piece] - 1);
    }

    /** Where the pieces {@code [from, to)} stand in the text. */
    public CharSpan span(int from, int to) {
        return new CharSpan(start(from), end(to - 1));
    }

    public String words(int from, int to) {
        return span(from, to).in(text.text());
    }

    public boolean isQuotation(int piece) {
        return quotation[piece] >= 0;
    }

    public Quotation quotationAt(int piece) {
        return quotations.get(quotation[piece]);
    }

    public int quotationIndex(int piece) {
        return quotation[piece];
    }

    /** The name's place in the list of names, or -1. */
    public int nameIndex(int piece) {
        return name[piece];
    }

    public boolean isPerson(int piece) {
        return name[piece] >= 0 && names.get(name[piece]).type() == EntityType.PERSON;
    }

    /** The word in lower case; empty for quotations and names of several words. */
    public String lower(int piece) {
        return lower[piece];
    }

    public boolean isCapitalised(int piece) {
        return quotation[piece] < 0 && Character.isUpperCase(text.firstChar(firstToken[piece]));
    }

    boolean spaceBefore(int piece) {
        return text.spaceBefore(firstToken[piece]);
    }

    /** Whether a piece is this word, given in lower case; false beyond the ends of the narration. */
    public boolean says(int piece, String word) {
        return piece >= 0 && piece < size && lower[piece].equals(word);
    }

    /** Whether a piece is one of these words. */
    public boolean says(int piece, String first, String... others) {
        if (says(piece, first)) {
            return true;
        }
        for (String other : others) {
            if (says(piece, other)) {
                return true;
            }
        }
        return false;
    }

    public int sentence(int piece) {
        return sentence[piece];
    }

    public int sentences() {
        return sentences;
    }

    public int sentenceStart(int ordinal) {
        return sentenceStarts[ordinal];
    }

    public int sentenceEnd(int ordinal) {
        return sentenceStarts[ordinal + 1];
    }

    public int paragraph(int piece) {
        return paragraph[piece];
    }

    /** Whether the words of a quotation end in a comma, stop or the like. */
    boolean endsWithPunctuation(int piece) {
        return ".,;:!?…-–—".indexOf(lastChar(piece)) >= 0;
    }

    /** A quotation that ends in a comma, a question or the like goes on in the narrator's clause. */
    public boolean endsOpen(int piece) {
        return ",?!…-–—'’".indexOf(lastChar(piece)) >= 0;
    }

    /** Whether the words of a quotation begin as a sentence does. */
    public boolean opensWithCapital(int piece) {
        return Character.isUpperCase(
                text.text().charAt(quotationAt(piece).words().start()));
    }

    /** How many words a quotation holds. */
    public int wordCount(int piece) {
        int count = 0;
        for (int token = firstToken[piece]; token < endToken[piece]; token++) {
            if (Character.isLetterOrDigit(text.firstChar(token))) {
                count++;
            }
        }
        return count;
    }
}
