package org.onrecord.extraction;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Lets the {@link Extractor} read every text of a gold file (one JSON object with {@code id} and {@code text} per line)
 * and writes its quotes in the format of a prediction file, one line per text. Prints words per second.
 *
 * <p>Arguments: the gold file, the prediction file.
 */
public final class QuoteEvaluation {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of this thread alone, so that a busy machine does not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private QuoteEvaluation() {}

    public static void main(String[] arguments) throws IOException {
        Path gold = Path.of(arguments[0]);
        long loading = CPU.getCurrentThreadCpuTime();
        Extractor extractor = Extractor.load();
        loading = CPU.getCurrentThreadCpuTime() - loading;
        List<JsonNode> articles = new ArrayList<>();
        for (String line : Files.readAllLines(gold)) {
            articles.add(JSON.readTree(line));
        }
        try (BufferedWriter predictions = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (JsonNode article : articles) {
                predictions.write(JSON.writeValueAsString(prediction(article, extractor)));
                predictions.newLine();
            }
        }
        printSpeed(extractor, articles, loading);
    }

    private static Map<String, Object> prediction(JsonNode article, Extractor extractor) {
        List<Map<String, Object>> quotes = new ArrayList<>();
        CodePoints body = new CodePoints(article.get("text").asString());
        for (FoundQuote quote : extractor.analyse(body.text()).quotes()) {
            for (Span segment : quote.segments()) {
                quotes.add(prediction(quote, segment, body));
            }
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", article.get("id").asString());
        line.put("quotes", quotes);
        return line;
    }

    private static Map<String, Object> prediction(FoundQuote quote, Span segment, CodePoints body) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("start", segment.start());
        item.put("end", segment.end());
        item.put("kind", quote.kind().name().toLowerCase(Locale.ROOT));
        FoundSpeaker speaker = quote.speaker();
        item.put("speaker", speaker == null ? null : speaker.name());
        if (speaker != null && speaker.mention() != null) {
            Span mention = speaker.mention().span();
            item.put("speakerMention", List.of(mention.start(), mention.end()));
        }
        item.put("confidence", quote.confidence());
        item.put("reason", quote.reason());
        Span cue = quote.cue();
        item.put("cue", cue == null ? null : body.textOf(cue));
        return item;
    }

    private static void printSpeed(Extractor extractor, List<JsonNode> articles, long loading) {
        long words = 0;
        long nanos = 0;
        for (int round = 0; round < 3; round++) {
            words = 0;
            nanos = 0;
            for (JsonNode article : articles) {
                String text = article.get("text").asString();
                words += text.split("\\s+").length;
                long began = CPU.getCurrentThreadCpuTime();
                extractor.analyse(text);
                nanos += CPU.getCurrentThreadCpuTime() - began;
            }
        }
        System.out.printf(
                "loaded in %.2f s of CPU time; %d articles, %d words, %.0f words per second of CPU time (third round)%n",
                loading / 1e9, articles.size(), words, words / (nanos / 1e9));
    }
}
