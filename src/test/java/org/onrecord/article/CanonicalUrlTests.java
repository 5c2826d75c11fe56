package org.onrecord.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URISyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTests {

    @ParameterizedTest
    @CsvSource({
        "https://Gazette.EXAMPLE/a, https://gazette.example/a",
        "HTTP://gazette.example:80/a, http://gazette.example/a",
        "https://gazette.example:443/a, https://gazette.example/a",
        "https://gazette.example:8443/a, https://gazette.example:8443/a",
        "https://gazette.example, https://gazette.example/",
        "https://gazette.example/a#comments, https://gazette.example/a",
        "https://gazette.example/a?utm_source=x&id=7&fbclid=y, https://gazette.example/a?id=7",
        "https://gazette.example/a?UTM_medium=mail, https://gazette.example/a",
        "https://gazette.example/A/b?Q=1, https://gazette.example/A/b?Q=1",
        "https://gazette.example/caf\u00e9, https://gazette.example/caf%C3%A9",
        "https://b\u00fccher.example/a, https://xn--bcher-kva.example/a",
        "'  https://gazette.example/a ', https://gazette.example/a",
        "https://[::1]:8080/a, https://[::1]:8080/a"
    })
    void leavesOutWhatDoesNotTellArticlesApart(String typed, String canonical) throws URISyntaxException {
        assertThat(CanonicalUrl.parse(typed).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gazette.example/a",
                "/a",
                "ftp://gazette.example/a",
                "javascript:alert(1)",
                "https://",
                "https:///a",
                "https://ana@gazette.example/",
                "https://gazette.example/a b",
                "mailto:a@b.example"
            })
    void refusesWhatIsNoAbsoluteWebAddress(String typed) {
        assertThatExceptionOfType(URISyntaxException.class).isThrownBy(() -> CanonicalUrl.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gazette.example/a?b=c%20d", "http://xn--bcher-kva.example/%E2%82%AC?x=%26"})
    void leavesACanonicalAddressAsItIs(String canonical) throws URISyntaxException {
        assertThat(CanonicalUrl.parse(canonical).value()).isEqualTo(canonical);
    }
}
