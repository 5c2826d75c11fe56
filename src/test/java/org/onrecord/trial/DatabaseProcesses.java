package org.onrecord.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL's processes, recognised by the folder they work in (Linux). */
final class DatabaseProcesses {

    private DatabaseProcesses() {}

    static List<ProcessHandle> in(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, data))
                .toList();
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(data);
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL to all of them, the parent first, so that none is told of another's death. */
    static void kill(Path data) {
        List<ProcessHandle> all = in(data);
        all.stream().filter(process -> isPostmaster(process, data)).forEach(ProcessHandle::destroyForcibly);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** A process that serves a client. */
    static List<ProcessHandle> backends(Path data) {
        return in(data).stream()
                .filter(process -> commandLine(process).startsWith("postgres: onrecord "))
                .toList();
    }

    private static boolean isPostmaster(ProcessHandle process, Path data) {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).get(0).equals(Long.toString(process.pid()));
        } catch (IOException e) {
            return false;
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }
}
