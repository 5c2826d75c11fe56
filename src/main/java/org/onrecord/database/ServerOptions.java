package org.onrecord.database;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings PostgreSQL is started with. They stand on its command line, where neither its configuration files nor
 * {@code ALTER SYSTEM} can undo them.
 *
 * @param waived which of the settings that make commits durable are off; none but for databases of tests
 * @param manyDatabases whether the archive's role may create further databases; true only for tests
 * @param connections how many clients may be connected at once
 */
record ServerOptions(Set<String> waived, boolean manyDatabases, int connections) {

    /** The settings that make an acknowledged commit survive; checked in a session of the application's role. */
    static final List<String> DURABILITY = List.of("fsync", "full_page_writes", "synchronous_commit");

    /** Unix addresses hold 107 bytes on Linux and 103 elsewhere, the socket's own name included. */
    private static final int LONGEST_SOCKET_FOLDER = 103 - "/.s.PGSQL.65535.lock".length();

    private static final long MEBIBYTE = 1024 * 1024;

    static final ServerOptions ARCHIVE = new ServerOptions(Set.of(), false, 60);

    ServerOptions {
        waived = Set.copyOf(waived);
    }

    List<String> commandLine(DatabaseFolders folders, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", ServerAddress.HOST);
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", socketFolder(folders));
        settings.put("unix_socket_permissions", "0700");
        DURABILITY.forEach(name -> settings.put(name, waived.contains(name) ? "off" : "on"));
        settings.put("password_encryption", "scram-sha-256");
        settings.put("max_connections", Integer.toString(connections));
        settings.put("shared_buffers", sharedBuffers() + "MB");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "64MB");
        settings.put("max_wal_size", "512MB");
        if (syncsWholeFileSystems()) {
            // After a crash every file is forced to disk first; one by one that takes seconds longer.
            settings.put("recovery_init_sync_method", "syncfs");
        }
        // Plans of an archive's queries are short; compiling them costs more than it saves.
        settings.put("jit", "off");
        settings.put("shared_preload_libraries", "");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("lc_messages", "C");
        settings.put("log_destination", "stderr");
        settings.put("logging_collector", "off");
        settings.put("log_line_prefix", "");
        // The texts of articles and of people's notes have no place in a log.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_parameter_max_length_on_error", "0");
        List<String> line = new ArrayList<>();
        settings.forEach((name, value) -> {
            line.add("-c");
            line.add(name + "=" + value);
        });
        return line;
    }

    /** The folder of the Unix socket, or empty where its path is too long or has signs the setting cannot hold. */
    static String socketFolder(DatabaseFolders folders) {
        Path folder = folders.socket();
        String path = folder.toString();
        boolean usable = Files.isDirectory(folder)
                && !ServerUser.windows()
                && path.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_FOLDER
                && path.indexOf(',') < 0
                && path.indexOf('"') < 0;
        return usable ? path : "";
    }

    /** Linux tells a caller of syncfs about failed writes since 5.8; before, and elsewhere, it cannot be relied upon. */
    private static boolean syncsWholeFileSystems() {
        Matcher version = Pattern.compile("(\\d+)\\.(\\d+).*").matcher(System.getProperty("os.version", ""));
        return System.getProperty("os.name").equals("Linux")
                && version.matches()
                && Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2)) >= 5008;
    }

    /** A sixteenth of the machine's memory (the container's, where there is one), 64 to 256 MB. */
    private static long sharedBuffers() {
        long memory = 0;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine) {
            memory = machine.getTotalMemorySize();
        }
        return Math.max(64, Math.min(256, memory / 16 / MEBIBYTE));
    }
}
