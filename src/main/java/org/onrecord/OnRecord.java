package org.onrecord;

import org.onrecord.access.CreateKey;
import org.onrecord.backup.ImportArchive;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The newsroom's archive of who said what, about whom, where it was printed, and what changed since. */
@SpringBootApplication
public class OnRecord {

    public static void main(String[] arguments) {
        if (CreateKey.isAskedFor(arguments)) {
            System.exit(CreateKey.run(arguments, System.out, System.err));
        }
        if (ImportArchive.isAskedFor(arguments)) {
            System.exit(ImportArchive.run(arguments, System.in, System.out, System.err));
        }
        SpringApplication.run(OnRecord.class, arguments);
    }
}
