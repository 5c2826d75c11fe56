package org.onrecord.extraction.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.text.TokenisedText;

class NameTaggerTests {

    /** Milliseconds, with much room for a busy machine; quadratic cost would take minutes. */
    private static final long FAR_BELOW_QUADRATIC = 20_000;

    private static final NameTagger TAGGER = NameTagger.load();

    private static List<String> names(String text) {
        var names = new ArrayList<String>();
        for (var name : TAGGER.tag(TokenisedText.of(text))) {
            names.add(name.type() + " " + text.substring(name.start(), name.end()));
        }
        return names;
    }

    @Test
    void findsPeopleOrganisationsAndPlaces() {
        assertThat(names("Ana Ruiz of the World Health Organization spoke in Geneva."))
                .containsExactly("PERSON Ana Ruiz", "ORGANISATION World Health Organization", "PLACE Geneva");
    }

    @Test
    void readsTitlesWithAndWithoutTheirStopAlike() {
        assertThat(names("Yesterday Mr Pettigrew left.")).containsExactly("PERSON Pettigrew");
        assertThat(names("Yesterday Mr. Pettigrew left.")).containsExactly("PERSON Pettigrew");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(names("")).isEmpty();
    }

    @Test
    void staysLinearOnHostileText() {
        for (String piece : List.of("Mr Smith ", "A.", "\"", "of the ", "Xx", "U.S. Bank of ", "Longword ")) {
            String text = piece.repeat((1 << 18) / piece.length());
            long began = System.nanoTime();
            TAGGER.tag(TokenisedText.of(text));
            assertThat((System.nanoTime() - began) / 1_000_000)
                    .as("milliseconds for %s", piece)
                    .isLessThan(FAR_BELOW_QUADRATIC);
        }
    }
}
