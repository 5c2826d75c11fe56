package org.onrecord.extraction.naming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads files of labelled tokens (token TAB tag in the BIO scheme, a blank line between sentences, {@code -DOCSTART-}
 * between documents) and puts the tokens together into running text again.
 */
final class BioCorpus {

    private static final Set<String> GLUED_TO_THE_LEFT = Set.of(
            ".", ",", ";", ":", "!", "?", "%", ")", "]", "}", "”", "’", "''", "'s", "’s", "n't", "n’t", "'re", "'ve",
            "'ll", "'d", "'m", "...");

    private static final Set<String> GLUED_TO_THE_RIGHT = Set.of("(", "[", "{", "$", "£", "€", "#", "“", "‘", "``");

    private static final List<String> TYPES = List.of("PER", "ORG", "LOC", "MISC");

    private BioCorpus() {}

    record Token(String text, String tag) {}

    /** Documents of sentences of tokens. */
    static List<List<List<Token>>> read(Path file) {
        try (var lines = Files.lines(file)) {
            var documents = new ArrayList<List<List<Token>>>();
            var reader = new Reader(documents);
            lines.forEach(reader::line);
            reader.endDocument();
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static final class Reader {

        private final List<List<List<Token>>> documents;
        private List<List<Token>> document = new ArrayList<>();
        private List<Token> sentence = new ArrayList<>();

        Reader(List<List<List<Token>>> documents) {
            this.documents = documents;
        }

        void line(String line) {
            if (line.startsWith("-DOCSTART-")) {
                endDocument();
            } else if (line.isBlank()) {
                endSentence();
            } else {
                String[] columns = line.split("\t");
                sentence.add(new Token(columns[0], columns[1]));
            }
        }

        private void endSentence() {
            if (!sentence.isEmpty()) {
                document.add(sentence);
                sentence = new ArrayList<>();
            }
        }

        void endDocument() {
            endSentence();
            if (!document.isEmpty()) {
                documents.add(document);
                document = new ArrayList<>();
            }
        }
    }

    /** Corpora of single sentences become texts of so many, so that features of the whole text find something. */
    static List<List<List<Token>>> grouped(List<List<List<Token>>> documents, int sentences) {
        long single = documents.stream().filter(each -> each.size() == 1).count();
        if (single * 2 < documents.size()) {
            return documents;
        }
        var grouped = new ArrayList<List<List<Token>>>();
        for (int from = 0; from < documents.size(); from += sentences) {
            var group = new ArrayList<List<Token>>();
            documents
                    .subList(from, Math.min(documents.size(), from + sentences))
                    .forEach(group::addAll);
            grouped.add(group);
        }
        return grouped;
    }

    /**
     * One document as running text.
     *
     * @param onLines whether what does not end like a sentence ends a line; otherwise everything is one paragraph
     */
    static LabelledText textOf(List<List<Token>> document, boolean onLines) {
        var text = new StringBuilder();
        var names = new ArrayList<LabelledText.Name>();
        for (var sentence : document) {
            append(sentence, text, names);
            boolean stopped = text.length() > 0 && ".?!\"”".indexOf(text.charAt(text.length() - 1)) >= 0;
            text.append(onLines && !stopped ? '\n' : ' ');
        }
        return new LabelledText(text.toString().stripTrailing(), names);
    }

    private static void append(List<Token> sentence, StringBuilder text, List<LabelledText.Name> names) {
        boolean glue = true;
        boolean quoteOpen = false;
        int start = -1;
        String type = "";
        int end = 0;
        for (var token : sentence) {
            String plain = plain(token.text(), quoteOpen);
            if (token.text().equals("\"")) {
                quoteOpen = !quoteOpen;
            }
            if (!glue && !GLUED_TO_THE_LEFT.contains(plain.toLowerCase())) {
                text.append(' ');
            }
            String tag = token.tag();
            if (start >= 0 && (tag.charAt(0) != 'I' || !tag.substring(2).equals(type))) {
                names.add(new LabelledText.Name(TYPES.indexOf(type), start, end));
                start = -1;
            }
            if (start < 0 && tag.charAt(0) != 'O') {
                start = text.length();
                type = tag.substring(2);
            }
            text.append(plain);
            end = text.length();
            glue = GLUED_TO_THE_RIGHT.contains(plain);
        }
        if (start >= 0) {
            names.add(new LabelledText.Name(TYPES.indexOf(type), start, end));
        }
    }

    private static String plain(String token, boolean quoteOpen) {
        switch (token) {
            case "``":
                return "“";
            case "''":
                return "”";
            case "-LRB-":
                return "(";
            case "-RRB-":
                return ")";
            case "\"":
                return quoteOpen ? "”" : "“";
            default:
                return token;
        }
    }
}
