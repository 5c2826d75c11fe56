package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onrecord.api.RawHttp;
import org.onrecord.api.RawHttp.Answer;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Runs every command of {@code docs/api.md} in order. Behind each stands a comment readers do not see: the status
 * expected, what to keep ({@code NAME=/pointer} or {@code NAME=header}), and what the answer must say
 * ({@code /pointer=value}, {@code header=value}, blanks written as underscores).
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
class ApiGuideIntegrationTests {

    private static final Pattern STEP =
            Pattern.compile("```sh\\n(curl .*?)\\n```\\n(?:<!-- (\\d+)(.*?)-->)?", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

    @LocalServerPort
    private int port;

    @Test
    void theGuideSaysWhatHappens() throws IOException {
        var guide = Files.readString(Path.of("docs", "api.md"));
        var steps = STEP.matcher(guide);
        var kept = new HashMap<String, String>(Map.of("ARCHIVE", ""));
        int count = 0;
        while (steps.find()) {
            var answer = run(steps.group(1), kept);
            assertThat(steps.group(2))
                    .as("what is expected of %s", steps.group(1))
                    .isNotNull();
            assertThat(answer.status())
                    .as("%s%n%s", steps.group(1), answer.text())
                    .isEqualTo(Integer.parseInt(steps.group(2)));
            for (String expectation : steps.group(3).strip().split("\\s+")) {
                meet(expectation, answer, kept);
            }
            count++;
        }
        assertThat(count).isGreaterThan(20);
    }

    private Answer run(String command, Map<String, String> kept) throws IOException {
        var words = words(command.replace("\\\n", " "), kept);
        var method = "GET";
        var url = "";
        var body = "";
        var headers = new StringBuilder();
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-i" -> {}
                case "-X" -> method = words.get(++i);
                case "-H" -> headers.append(words.get(++i)).append("\r\n");
                case "-d", "--data-binary" -> body = words.get(++i);
                case "--json" -> {
                    body = words.get(++i);
                    headers.append("Content-Type: application/json\r\nAccept: application/json\r\n");
                }
                default -> url = words.get(i);
            }
        }
        if (!body.isEmpty() && method.equals("GET")) {
            method = "POST";
        }
        return new RawHttp(port)
                .send(RawHttp.request(method, url, headers.toString(), body.getBytes(StandardCharsets.UTF_8)));
    }

    /** As a shell would part them: names are replaced between double quotes, not between single ones. */
    private static List<String> words(String command, Map<String, String> kept) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : filled(matcher.group(), kept));
        }
        return words;
    }

    private static String filled(String word, Map<String, String> kept) {
        var bare = word.startsWith("\"") ? word.substring(1, word.length() - 1).replace("\\\"", "\"") : word;
        return Pattern.compile("\\$([A-Z]+)")
                .matcher(bare)
                .replaceAll(name -> Matcher.quoteReplacement(kept.get(name.group(1))));
    }

    private static void meet(String expectation, Answer answer, Map<String, String> kept) {
        int equals = expectation.indexOf('=');
        if (equals < 0) {
            return;
        }
        var left = expectation.substring(0, equals);
        var right = expectation.substring(equals + 1);
        if (left.matches("[A-Z]+")) {
            kept.put(left, said(right, answer));
        } else {
            assertThat(said(left, answer)).as(expectation).isEqualTo(filled(right.replace('_', ' '), kept));
        }
    }

    private static String said(String where, Answer answer) {
        return where.startsWith("/")
                ? answer.json().at(where).asString()
                : answer.header(where).orElseThrow();
    }
}
