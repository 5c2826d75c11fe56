package org.onrecord.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** A line of {@code bad-requests.txt}: a request nobody should send, and the status it deserves. */
record BadRequest(int status, String method, String target, String headers, String body) {

    private static final Pattern REPEATED = Pattern.compile("\\{([^{}]|\\{\"a\":|\"t\",|\\[)\\*(\\d+)}");

    static List<BadRequest> all() {
        try {
            return new ClassPathResource("bad-requests.txt", BadRequest.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new BadRequest(Integer.parseInt(cells[0]), cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The request as it goes over the socket. */
    byte[] bytes() {
        var content = expanded(body);
        var lines = headerLines();
        var names = String.join("\n", lines).toLowerCase(Locale.ROOT);
        var out = new ByteArrayOutputStream();
        out.writeBytes(expanded(method + " " + target + " HTTP/1.1\\r\\n"));
        if (!names.contains("host:")) {
            out.writeBytes(expanded("Host: localhost\\r\\n"));
        }
        if (!names.contains("connection:")) {
            out.writeBytes(expanded("Connection: close\\r\\n"));
        }
        lines.forEach(line -> out.writeBytes(expanded(line + "\\r\\n")));
        if (content.length > 0 && !names.contains("content-length") && !names.contains("transfer-encoding")) {
            out.writeBytes(expanded("Content-Length: " + content.length + "\\r\\n"));
        }
        out.writeBytes(expanded("\\r\\n"));
        out.writeBytes(content);
        return out.toByteArray();
    }

    /** A part without a colon, or that begins with a blank, belongs to the content type before it. */
    private List<String> headerLines() {
        var lines = new ArrayList<String>();
        for (String part : headers.isEmpty() ? new String[0] : headers.split(";")) {
            int last = lines.size() - 1;
            if (last >= 0
                    && (!part.contains(":") || part.startsWith(" "))
                    && lines.get(last).toLowerCase(Locale.ROOT).startsWith("content-type")) {
                lines.set(last, lines.get(last) + ";" + part);
            } else {
                lines.add(part);
            }
        }
        return lines;
    }

    private static byte[] expanded(String text) {
        var repeated = REPEATED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2)))));
        var bytes = repeated.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            char next = bytes[i] == '\\' && i + 1 < bytes.length ? (char) bytes[i + 1] : 0;
            if (next == 'x') {
                out.write(Integer.parseInt(new String(bytes, i + 2, 2, StandardCharsets.US_ASCII), 16));
                i += 3;
            } else if (next == 'r' || next == 'n') {
                out.write(next == 'r' ? '\r' : '\n');
                i++;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toByteArray();
    }

    /** Short enough for a report. */
    @Override
    public String toString() {
        var text = method + " " + target + " [" + headers + "] " + body;
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
