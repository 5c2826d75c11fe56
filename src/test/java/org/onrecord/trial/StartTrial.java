package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who may start the archive on a home, and who is refused. */
@EnabledOnOs(OS.LINUX)
class StartTrial {

    private static final int SOMEBODY = 61_001;
    private static final int SOMEBODY_ELSE = 61_002;

    private static final Duration REFUSAL = Duration.ofSeconds(180);

    @Test
    void aSecondArchiveOnTheSameHomeIsToldWhoRunsTheFirst() throws Exception {
        Path home = Application.home(Trial.folder("start"));
        ArchiveProcess first = ArchiveProcess.start(home);
        assertThat(first.hasLogged("The archive is open: http://localhost:" + first.port() + "/"))
                .isTrue();
        assertThat(first.hasLogged(" WARN ") || first.hasLogged(" ERROR ")).isFalse();

        ArchiveProcess second = ArchiveProcess.launch(home);

        assertThat(second.exitStatus(REFUSAL)).isEqualTo(1);
        assertThat(second.hasLogged("already open: held by process " + first.pid()))
                .isTrue();
        assertThat(first.isReady()).isTrue();
        first.terminate();
        first.exitStatus(Duration.ofSeconds(60));
    }

    @Test
    void anArchiveOfAnOrdinaryUserIsOpenToThatUserAndToRootAndToNobodyElse() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        assumeThat(Path.of("/usr/bin/setpriv")).exists();
        Path folder = Trial.folder("start-user");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setAttribute(home, "unix:uid", SOMEBODY, LinkOption.NOFOLLOW_LINKS);

        ArchiveProcess theirs = ArchiveProcess.startAs(SOMEBODY, Application.jar(), home);
        assertThat(users(theirs)).containsOnly(Integer.toString(SOMEBODY));
        theirs.terminate();
        assertThat(theirs.exitStatus(Duration.ofSeconds(60))).isEqualTo(143);

        ArchiveProcess roots = ArchiveProcess.start(home);
        assertThat(users(roots)).containsOnly(Integer.toString(SOMEBODY));
        roots.terminate();
        roots.exitStatus(Duration.ofSeconds(60));

        Files.setAttribute(home, "unix:uid", SOMEBODY_ELSE, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(home.resolve("pg18.lock"), "unix:uid", SOMEBODY_ELSE, LinkOption.NOFOLLOW_LINKS);
        ArchiveProcess refused = ArchiveProcess.launchAs(SOMEBODY_ELSE, Application.unpacked(), home);
        assertThat(refused.exitStatus(REFUSAL)).isEqualTo(1);
        assertThat(refused.hasLogged("start the archive as ")).isTrue();
    }

    /** The users PostgreSQL's processes run as. */
    private static List<String> users(ArchiveProcess archive) throws Exception {
        List<String> users = new ArrayList<>();
        for (ProcessHandle process : archive.databaseProcesses()) {
            users.add(Files.getAttribute(Path.of("/proc/" + process.pid()), "unix:uid")
                    .toString());
        }
        return users;
    }
}
