package org.onrecord.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the archive has promised to keep: an article's id and number, on disk before the next is sent. Written only after
 * the whole of a 2xx answer has been read.
 */
final class AckLog implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    AckLog(Path file) throws IOException {
        this.file = file;
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    synchronized void acknowledge(String id, int number) {
        try {
            channel.write(StandardCharsets.UTF_8.encode(id + " " + number + "\n"));
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every acknowledged article's number by its id. */
    synchronized Map<String, Integer> acknowledged() throws IOException {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ");
            all.put(parts[0], Integer.parseInt(parts[1]));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
