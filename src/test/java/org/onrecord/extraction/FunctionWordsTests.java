package org.onrecord.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.text.TokenisedText;

class FunctionWordsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en  | The mayor said on Monday that the bridge would be closed for a year, and that nobody was to blame.
            de  | Der Bürgermeister sagte am Montag, dass die Brücke für ein Jahr gesperrt wird und niemand schuld ist.
            fr  | Le maire a dit lundi que le pont serait fermé pendant un an et que personne n'était à blâmer dans la ville.
            es  | El alcalde dijo el lunes que el puente se cerrará por un año y que no hay culpables en la ciudad.
            it  | Il sindaco ha detto che il ponte resterà chiuso per un anno e che non è colpa della città.
            pt  | O prefeito disse que a ponte ficará fechada por um ano e que não é culpa da cidade, mas do tempo.
            nl  | De burgemeester zei dat de brug een jaar dicht is en dat het niet de schuld van de stad is.
            sv  | Borgmästaren sade att bron är stängd i ett år och att det inte är stadens fel, men han var arg.
            pl  | Burmistrz powiedział, że most jest zamknięty na rok i że nie jest to wina miasta, ale pogody.
            ru  | Мэр сказал, что мост закрыт на год и что это не вина города, но и не его вина, как он считает.
            und | Quokka bandicoot wombat.
            und | 42 17 99
            """)
    void tellsTheLanguageByItsFunctionWords(String language, String body) {
        assertThat(FunctionWords.languageOf(TokenisedText.of(body))).isEqualTo(language);
    }

    @Test
    void doesNotTakeAQuoteInAnotherLanguageForTheLanguageOfTheBody() {
        String body = """
                The mayor of the town said on Monday that the bridge would be closed to all traffic for a year.

                “Es ist nicht die Schuld der Stadt,” he told reporters who had come to the town hall.""";

        assertThat(FunctionWords.languageOf(TokenisedText.of(body))).isEqualTo("en");
    }

    @Test
    void looksForNoQuotesInALanguageWhoseCuesItDoesNotKnow() {
        String body =
                "Der Sprecher said nichts: „Die Brücke bleibt zu“, sagte er, und das ist für die Stadt nicht gut.";

        Analysis analysis = Extractor.load().analyse(body);

        assertThat(analysis.language()).isEqualTo("de");
        assertThat(analysis.quotes()).isEmpty();
    }

    @Test
    void looksForQuotesWhereTheLanguageCannotBeTold() {
        Analysis analysis = Extractor.load().analyse("“No,” said Marta Kowalska.");

        assertThat(analysis.language()).isEqualTo("und");
        assertThat(analysis.quotes()).hasSize(1);
    }
}
