package org.onrecord.extraction.naming;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.extraction.EntityType;
import org.onrecord.text.TokenisedText;

/** Exact-span precision, recall and F1 of a tagger on labelled texts, for people, organisations and places. */
final class NameScore {

    private static final List<String> TYPES = List.of("PER", "ORG", "LOC");

    private final int[] right = new int[TYPES.size()];
    private final int[] extra = new int[TYPES.size()];
    private final int[] missed = new int[TYPES.size()];
    private long tokens;
    private long nanos;

    /** Compares; prints what differs where {@code shown}. */
    void add(LabelledText text, NameTagger tagger, boolean shown) {
        long began = cpuNanos();
        var tokenised = TokenisedText.of(text.text());
        var found = tagger.tag(tokenised);
        nanos += cpuNanos() - began;
        tokens += tokenised.tokenCount();
        Set<LabelledText.Name> said = new HashSet<>();
        for (var name : found) {
            int type = typeOf(name.type());
            if (type >= 0) {
                said.add(new LabelledText.Name(type, name.start(), name.end()));
            }
        }
        Set<LabelledText.Name> gold = new HashSet<>(text.names());
        gold.removeIf(name -> name.type() == NameLabels.OTHER);
        for (var name : said) {
            boolean correct = gold.contains(name);
            (correct ? right : extra)[name.type()]++;
            if (shown && !correct) {
                show("extra ", name, text.text());
            }
        }
        for (var name : gold) {
            if (!said.contains(name)) {
                missed[name.type()]++;
                if (shown) {
                    show("missed", name, text.text());
                }
            }
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void show(String how, LabelledText.Name name, String text) {
        int from = Math.max(0, name.start() - 40);
        int to = Math.min(text.length(), name.end() + 30);
        System.out.printf(
                "%s %s [%s]   %s%n",
                how,
                TYPES.get(name.type()),
                text.substring(name.start(), name.end()),
                text.substring(from, to).replace('\n', ' '));
    }

    private static int typeOf(EntityType type) {
        switch (type) {
            case PERSON:
                return NameLabels.PERSON;
            case ORGANISATION:
                return NameLabels.ORGANISATION;
            case PLACE:
                return NameLabels.PLACE;
            default:
                return -1;
        }
    }

    String report() {
        var report = new StringBuilder();
        int[] sum = new int[3];
        for (int type = 0; type < TYPES.size(); type++) {
            report.append(line(TYPES.get(type), right[type], extra[type], missed[type]));
            sum[0] += right[type];
            sum[1] += extra[type];
            sum[2] += missed[type];
        }
        report.append(line("all", sum[0], sum[1], sum[2]));
        return report.append(
                        String.format(Locale.ROOT, "%,.0f tokens per second of one core%n", tokens / (nanos / 1e9)))
                .toString();
    }

    private static String line(String type, int right, int extra, int missed) {
        double precision = right / Math.max(1.0, right + extra);
        double recall = right / Math.max(1.0, right + missed);
        double f1 = 2 * precision * recall / Math.max(1e-9, precision + recall);
        return String.format(Locale.ROOT, "%-4s P %.3f R %.3f F1 %.3f%n", type, precision, recall, f1);
    }

    /**
     * Prints scores on BIO files: {@code [--misses] [model=FILE] FILE…}; of the model in the class path unless one is
     * named.
     */
    public static void main(String[] arguments) throws IOException {
        boolean misses = false;
        var tagger = NameTagger.load();
        for (String argument : arguments) {
            if (argument.equals("--misses")) {
                misses = true;
            } else if (argument.startsWith("model=")) {
                try (var in = Files.newInputStream(Path.of(argument.substring(6)))) {
                    tagger = new NameTagger(NameModel.read(in), Gazetteer.load());
                }
            } else {
                System.out.println(argument);
                System.out.print(of(Path.of(argument), tagger, misses).report());
            }
        }
    }

    static NameScore of(Path file, NameTagger tagger, boolean misses) {
        var score = new NameScore();
        BioCorpus.read(file).forEach(each -> score.add(BioCorpus.textOf(each, false), tagger, misses));
        return score;
    }
}
