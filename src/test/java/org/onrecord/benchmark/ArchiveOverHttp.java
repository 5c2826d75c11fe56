package org.onrecord.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The archive, asked as everybody asks it.
 *
 * @param processes its own and its database's
 */
record ArchiveOverHttp(int port, List<ProcessHandle> processes) implements Contender {

    @Override
    public String name() {
        return "OnRecord";
    }

    @Override
    public Asker connect() throws IOException {
        var connection = new HttpConnection(port);
        return new Asker() {
            @Override
            public void ask(Question question) throws IOException {
                String target = target(question);
                var answer = connection.get(target);
                if (answer.status() != 200) {
                    throw new IllegalStateException(target + ": " + answer.status() + " " + answer.text());
                }
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    static String target(Question question) {
        String articles = "/api/v1/articles";
        return switch (question.kind()) {
            case COMMON, RARE -> articles + "?q=" + question.word();
            case PHRASE -> articles + "?q=" + encoded('"' + String.join(" ", question.words()) + '"');
            case BOOLEAN ->
                articles + "?q="
                        + encoded("%s (%s OR %s) -%s".formatted(question.words().toArray()));
            case SPEAKER -> articles + "?q=" + question.word() + "&speaker=" + question.id();
            case NEWEST -> articles + "?q=" + question.word() + "&sort=-publishedAt";
            case FACETS -> articles + "?q=" + question.word() + "&facet=outlet,section,speaker";
            case SUGGEST -> "/api/v1/suggest?q=" + encoded(question.word());
            case BY_ID -> articles + "/" + question.id();
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
