package org.onrecord.extraction.naming;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learns the model of names: {@code TrainNames out=FILE [dev=FILE] [setting=value…] TRAINING-FILE…}, see the model card. */
final class TrainNames {

    private static final int SENTENCES_IN_A_TEXT = 12;

    private TrainNames() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new HashMap<>();
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals > 0) {
                options.put(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                files.add(Path.of(argument));
            }
        }
        var settings = new FieldTrainer.Settings(
                Integer.parseInt(options.getOrDefault("epochs", "6")),
                Integer.parseInt(options.getOrDefault("cutoff", "3")),
                Double.parseDouble(options.getOrDefault("rate", "0.05")),
                Double.parseDouble(options.getOrDefault("decay", "1e-6")),
                Double.parseDouble(options.getOrDefault("dropout", "0.5")),
                Integer.parseInt(options.getOrDefault("runs", "4")),
                Integer.parseInt(options.getOrDefault("kept", "440000")),
                Long.parseLong(options.getOrDefault("seed", "1")));
        double renamed = Double.parseDouble(options.getOrDefault("renamed", "0.1"));
        double datelined = Double.parseDouble(options.getOrDefault("datelined", "0.1"));
        var gazetteer = Gazetteer.load();
        var model = new FieldTrainer(settings, gazetteer)
                .train(seed -> textsOf(files, new Variations(seed, renamed, datelined)));
        var out = Path.of(options.get("out"));
        try (var stream = Files.newOutputStream(out)) {
            model.write(stream);
        }
        System.out.printf("%s: %,d bytes%n", out, Files.size(out));
        if (options.containsKey("dev")) {
            var tagger = new NameTagger(model, gazetteer);
            System.out.print(
                    NameScore.of(Path.of(options.get("dev")), tagger, false).report());
        }
    }

    private static List<LabelledText> textsOf(List<Path> files, Variations variations) {
        var texts = new ArrayList<LabelledText>();
        for (var file : files) {
            for (var document : BioCorpus.grouped(BioCorpus.read(file), SENTENCES_IN_A_TEXT)) {
                texts.add(BioCorpus.textOf(variations.of(document), true));
            }
        }
        return texts;
    }
}
