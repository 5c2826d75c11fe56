package org.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenisedTextTests {

    /** Milliseconds, with much room for a busy machine; quadratic cost would take minutes. */
    private static final long FAR_BELOW_QUADRATIC = 20_000;

    private static List<String> tokens(String text) {
        var tokenised = TokenisedText.of(text);
        var tokens = new ArrayList<String>();
        for (int token = 0; token < tokenised.tokenCount(); token++) {
            tokens.add(tokenised.token(token));
        }
        return tokens;
    }

    private static List<String> sentences(String text) {
        var tokenised = TokenisedText.of(text);
        var sentences = new ArrayList<String>();
        for (int sentence = 0; sentence < tokenised.sentenceCount(); sentence++) {
            sentences.add(text.substring(tokenised.sentenceStart(sentence), tokenised.sentenceEnd(sentence)));
        }
        return sentences;
    }

    private static List<String> paragraphs(String text) {
        var tokenised = TokenisedText.of(text);
        var paragraphs = new ArrayList<String>();
        for (int paragraph = 0; paragraph < tokenised.paragraphCount(); paragraph++) {
            paragraphs.add(text.substring(tokenised.paragraphStart(paragraph), tokenised.paragraphEnd(paragraph)));
        }
        return paragraphs;
    }

    @Test
    void cutsPunctuationAndQuotationMarksOff() {
        assertThat(tokens("“Well, (perhaps) not!” she said."))
                .containsExactly("“", "Well", ",", "(", "perhaps", ")", "not", "!", "”", "she", "said", ".");
    }

    @Test
    void cutsCliticsOffWithEitherApostrophe() {
        assertThat(tokens("She's sure they don’t know Amara’s plan; we'll see, I've said."))
                .containsExactly(
                        "She", "'s", "sure", "they", "do", "n’t", "know", "Amara", "’s", "plan", ";", "we", "'ll",
                        "see", ",", "I", "'ve", "said", ".");
    }

    @Test
    void keepsAGenitiveWholeThatWasTakenApart() {
        assertThat(tokens("Peru’ s plan, the voters’ say"))
                .containsExactly("Peru", "’ s", "plan", ",", "the", "voters", "’", "say");
    }

    @Test
    void keepsApostrophesInsideNames() {
        assertThat(tokens("O’Brien of Côte d'Ivoire met the Joneses' lawyer in Sana'a"))
                .containsExactly(
                        "O’Brien", "of", "Côte", "d'Ivoire", "met", "the", "Joneses", "'", "lawyer", "in", "Sana'a");
    }

    @Test
    void keepsHyphenatedWordsNumbersAndAddressesWhole() {
        assertThat(tokens("A 10-year-old paid $1,250.50 (or US$3) at 9:30 via www.example.org, not desk@example.org."))
                .containsExactly(
                        "A",
                        "10-year-old",
                        "paid",
                        "$",
                        "1,250.50",
                        "(",
                        "or",
                        "US$",
                        "3",
                        ")",
                        "at",
                        "9:30",
                        "via",
                        "www.example.org",
                        ",",
                        "not",
                        "desk@example.org",
                        ".");
    }

    @Test
    void keepsWebAddressesWholeWithoutTheStopBehind() {
        assertThat(tokens("See https://example.org/a?b=c&d. Then"))
                .containsExactly("See", "https://example.org/a?b=c&d", ".", "Then");
    }

    @Test
    void keepsTheStopOfAbbreviationsAndInitials() {
        assertThat(tokens("Mr. J. R. Quill left the U.S.-run base at 5 p.m. for St. Anne, No. 7."))
                .containsExactly(
                        "Mr.",
                        "J.",
                        "R.",
                        "Quill",
                        "left",
                        "the",
                        "U.S.-run",
                        "base",
                        "at",
                        "5",
                        "p.m.",
                        "for",
                        "St.",
                        "Anne",
                        ",",
                        "No.",
                        "7",
                        ".");
    }

    @Test
    void keepsRunsOfDotsAndDashesTogether() {
        assertThat(tokens("Wait... no -- yes…")).containsExactly("Wait", "...", "no", "--", "yes", "…");
    }

    @Test
    void keepsCharactersOutsideTheBasicPlaneWhole() {
        assertThat(tokens("ok 😀𝒜b")).containsExactly("ok", "😀", "𝒜b");
    }

    @Test
    void endsSentencesAtStopsAndTheirClosingMarks() {
        assertThat(sentences("“We won.” The crowd cheered. ‘Enough.’ He left (at last.) Why? Nobody knew!"))
                .containsExactly(
                        "“We won.”", "The crowd cheered.", "‘Enough.’", "He left (at last.)", "Why?", "Nobody knew!");
    }

    @Test
    void tellsStraightClosingMarksFromOpeningOnes() {
        assertThat(sentences("\"We won.\" \"Did you?\" asked Ann. \"Yes.\""))
                .containsExactly("\"We won.\"", "\"Did you?\" asked Ann.", "\"Yes.\"");
    }

    @Test
    void doesNotEndASentenceAfterATitleOrInitial() {
        assertThat(sentences("Dr. Ama Mensah met Sen. John Q. Doe on Sept. 3. They talked."))
                .containsExactly("Dr. Ama Mensah met Sen. John Q. Doe on Sept. 3.", "They talked.");
    }

    @Test
    void endsASentenceAfterAnAbbreviationOnlyBeforeACommonFirstWord() {
        assertThat(sentences(
                        "He left the U.S. The firm, Acme Inc. of U.S. Virgin Islands, stayed at 5 p.m. on Monday."))
                .containsExactly(
                        "He left the U.S.", "The firm, Acme Inc. of U.S. Virgin Islands, stayed at 5 p.m. on Monday.");
    }

    @Test
    void goesOnAfterAQuestionInQuotationMarks() {
        assertThat(sentences("“Who goes there?” he asked. “Stop!” Jane Ofori shouted. “Why?” They ran."))
                .containsExactly("“Who goes there?” he asked.", "“Stop!” Jane Ofori shouted.", "“Why?”", "They ran.");
    }

    @Test
    void goesOnAfterAnEllipsisInLowerCase() {
        assertThat(sentences("“… and so we waited ... and waited…” He paused."))
                .containsExactly("“… and so we waited ... and waited…”", "He paused.");
    }

    @Test
    void endsParagraphsAtBlankLinesAndLineEnds() {
        assertThat(paragraphs("Headline here\n\n  First one. Two.\r\nSecond one\n \n\nThird"))
                .containsExactly("Headline here", "First one. Two.", "Second one", "Third");
    }

    @Test
    void endsEverySentenceWithItsParagraph() {
        assertThat(sentences("No stop here\n\nNor here, said Mr.\n\nSmith"))
                .containsExactly("No stop here", "Nor here, said Mr.", "Smith");
    }

    @Test
    void joinsTheLinesOfHardWrappedText() {
        String line = "This line of wire copy is broken after about sixty columns and";
        String wrapped = String.join("\n", line, line, line, line, line, "ends.");
        assertThat(paragraphs(wrapped + "\n\nNext.")).containsExactly(wrapped, "Next.");
    }

    @Test
    void findsNothingInNothing() {
        for (String empty : List.of("", " ", "\n\n \u200B\n")) {
            var tokenised = TokenisedText.of(empty);
            assertThat(tokenised.tokenCount()).isZero();
            assertThat(tokenised.sentenceCount()).isZero();
            assertThat(tokenised.paragraphCount()).isZero();
        }
    }

    @Test
    void findsTheTokenAtAPlace() {
        var tokenised = TokenisedText.of("ab  cd");
        assertThat(tokenised.tokenFrom(0)).isEqualTo(0);
        assertThat(tokenised.tokenFrom(1)).isEqualTo(0);
        assertThat(tokenised.tokenFrom(2)).isEqualTo(1);
        assertThat(tokenised.tokenFrom(5)).isEqualTo(1);
        assertThat(tokenised.tokenFrom(6)).isEqualTo(2);
    }

    @Test
    void coversEveryVisibleCharacterOnceWhateverTheText() {
        long seed = 20261122;
        var random = new Random(seed);
        String alphabet = "aB3 .,'’‘“”\"-–—…!?()$%&@/:#`\n\r\t\u00A0\u200Bé\u0301İß😀\uD835\uDC9C\uD800x";
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(brokenRule(text.toString()))
                    .as("seed %d: %s", seed, text)
                    .isEmpty();
        }
    }

    /** The first rule of {@link TokenisedText} that a text breaks, or nothing. */
    private static String brokenRule(String text) {
        var tokenised = TokenisedText.of(text);
        int end = 0;
        for (int token = 0; token < tokenised.tokenCount(); token++) {
            if (tokenised.tokenStart(token) < end || tokenised.tokenEnd(token) <= tokenised.tokenStart(token)) {
                return "token " + token + " is empty or overlaps";
            }
            if (!isBlank(text, end, tokenised.tokenStart(token))) {
                return "something skipped before token " + token;
            }
            end = tokenised.tokenEnd(token);
            int sentence = tokenised.sentenceOf(token);
            if (token < tokenised.sentenceFirstToken(sentence) || token >= tokenised.sentenceEndToken(sentence)) {
                return "token " + token + " in the wrong sentence";
            }
            int paragraph = tokenised.paragraphOf(sentence);
            if (token < tokenised.paragraphFirstToken(paragraph) || token >= tokenised.paragraphEndToken(paragraph)) {
                return "token " + token + " in the wrong paragraph";
            }
        }
        return isBlank(text, end, text.length()) ? "" : "something skipped at the end";
    }

    private static boolean isBlank(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> Tokeniser.isSpace((char) c));
    }

    @Test
    void staysLinearOnHostileText() {
        for (String piece : List.of("\"", "a", ".", "' ", "U.", "x.y", "?” A ", "Mr. ", "a\n", "http://", "@a")) {
            String text = piece.repeat((1 << 20) / piece.length());
            long began = System.nanoTime();
            assertThat(TokenisedText.of(text).tokenCount()).isPositive();
            assertThat((System.nanoTime() - began) / 1_000_000)
                    .as("milliseconds for %s", piece)
                    .isLessThan(FAR_BELOW_QUADRATIC);
        }
    }
}
