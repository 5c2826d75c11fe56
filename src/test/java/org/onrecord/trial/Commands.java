package org.onrecord.trial;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of the operating system. */
final class Commands {

    private Commands() {}

    /** @throws IOException if it does not end well within two minutes */
    static void run(String... command) throws IOException {
        int status = status(command);
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
    }

    /** How it ended, or -1 where it did not within two minutes. */
    static int status(String... command) throws IOException {
        Process process = new ProcessBuilder(List.of(command)).inheritIO().start();
        try {
            return process.waitFor(2, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
