package org.onrecord.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** What all trials share: how long they are, where they work, and what they leave in the log of the build. */
final class Trial {

    private Trial() {}

    /** How often a trial repeats itself: as part of every build, or at full length with {@code -Ptrials}. */
    static int cycles(int inEveryBuild, int atFullLength) {
        return "full".equals(System.getProperty("trial.length")) ? atFullLength : inEveryBuild;
    }

    /** A folder for one trial, empty. Kept after a failure, so that it can be looked at. */
    static Path folder(String name) throws IOException {
        Path folders = Files.createDirectories(Path.of("target", "trials").toAbsolutePath());
        return Files.createTempDirectory(folders, name + "-");
    }

    /** Chance that can be repeated: the seed stands in the log, and {@code -Dtrial.seed} brings it back. */
    static Random random(String name) {
        long seed = Long.getLong("trial.seed", System.nanoTime());
        report(name, "seed %d", seed);
        return new Random(seed);
    }

    static void report(String name, String words, Object... values) {
        System.out.println(name + ": " + words.formatted(values));
    }

    /** Looks again and again until something is so; whether it came to be in time. */
    static boolean comesTrue(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(Duration.ofMillis(25));
        }
        return true;
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
