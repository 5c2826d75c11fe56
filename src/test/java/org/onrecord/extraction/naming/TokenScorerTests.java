package org.onrecord.extraction.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.onrecord.text.TokenisedText;

class TokenScorerTests {

    private static final String TEXT = "PORT ELLERY, Sept. 3 - Mr. Smith met Mary Smith of the Office for Rural Health "
            + "(ORH) in Leeds. “The ORH of New South Wales is Smith's,” she said.\n\nSmith left. Mary Jane Smith Jones "
            + "Brown Green White Smith stayed in Leeds, and U.S. doctors did. A b A b.";

    /** What the trainer learns weights for one by one is what the tagger adds up word by word. */
    @Test
    void scoresATokenByTheFeaturesTheTrainerSees() throws IOException {
        NameModel model;
        try (var in = NameTagger.class.getResourceAsStream("names.model")) {
            model = NameModel.read(in);
        }
        var text = TokenisedText.of(TEXT);
        var extractor = new FeatureExtractor(text, Gazetteer.load());
        float[] shared = new float[text.tokenCount() * NameLabels.COUNT];
        float[] single = new float[text.tokenCount() * NameLabels.COUNT];
        var scorer = new TokenScorer(model, extractor);
        int[] stretches = NameTagger.stretchesOf(text);

        for (int each = 0; each + 1 < stretches.length; each++) {
            scorer.score(stretches[each], stretches[each + 1], shared);
            for (int token = stretches[each]; token < stretches[each + 1]; token++) {
                int[] sums = new int[NameLabels.COUNT];
                int count = extractor.extract(token, stretches[each], stretches[each + 1]);
                model.addWeights(extractor.features(), count, sums, 0);
                for (int label = 0; label < NameLabels.COUNT; label++) {
                    single[token * NameLabels.COUNT + label] = sums[label] * model.scale();
                }
            }
        }

        assertThat(shared).containsExactly(single);
    }
}
