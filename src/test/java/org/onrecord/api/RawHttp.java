package org.onrecord.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says exactly what it is told to over a socket, which no well-behaved client would. */
public final class RawHttp {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    /** Sends these bytes, asks for no more and reads the answer; stops writing when the server answers early. */
    public Answer send(byte[] request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(15_000);
            var writing = new Thread(() -> write(socket, request));
            writing.setDaemon(true);
            writing.start();
            return Answer.read(socket.getInputStream());
        }
    }

    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException refused) {
            // The server stopped listening, as it may; what it answered is read all the same.
        }
    }

    /** Sends a request in the usual form. */
    public Answer send(String method, String target, String headers, String body) throws IOException {
        return send(request(method, target, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A request as bytes.
     *
     * @param headers lines ending in {@code \r\n}
     */
    public static byte[] request(String method, String target, String headers, byte[] body) {
        var out = new ByteArrayOutputStream();
        var length = body.length == 0 || headers.contains("Transfer-Encoding") || headers.contains("Content-Length")
                ? ""
                : "Content-Length: " + body.length + "\r\n";
        var host = headers.contains("Host:") ? "" : "Host: localhost\r\n";
        out.writeBytes(
                (method + " " + target + " HTTP/1.1\r\n" + host + "Connection: close\r\n" + headers + length + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** What came back. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        static Answer read(InputStream in) throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int b = in.read();
                if (b < 0) {
                    throw new IOException("closed after: " + head);
                }
                head.append((char) b);
            }
            var lines = head.toString().split("\r\n");
            var headers = new LinkedHashMap<String, String>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.merge(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip(),
                        (one, other) -> one + ", " + other);
            }
            return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, rest(in, headers));
        }

        private static byte[] rest(InputStream in, Map<String, String> headers) throws IOException {
            if ("chunked".equals(headers.get("transfer-encoding"))) {
                return dechunked(in);
            }
            var length = headers.get("content-length");
            return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        }

        private static byte[] dechunked(InputStream in) throws IOException {
            var out = new ByteArrayOutputStream();
            while (true) {
                var size = new StringBuilder();
                for (int b = in.read(); b != '\n' && b >= 0; b = in.read()) {
                    size.append((char) b);
                }
                int length = Integer.parseInt(size.toString().strip(), 16);
                out.writeBytes(in.readNBytes(length));
                in.readNBytes(2);
                if (length == 0) {
                    return out.toByteArray();
                }
            }
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return MAPPER.readTree(body);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        /** The member of a problem, as text. */
        public String problem(String pointer) {
            return json().at(pointer).asString();
        }
    }
}
