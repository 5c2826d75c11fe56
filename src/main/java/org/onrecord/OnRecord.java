package org.onrecord;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The newsroom's archive of who said what, about whom, where it was printed, and what changed since. */
@SpringBootApplication
public class OnRecord {

    public static void main(String[] arguments) {
        SpringApplication.run(OnRecord.class, arguments);
    }
}
