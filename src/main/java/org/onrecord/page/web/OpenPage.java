package org.onrecord.page.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in the log where to open the page, last of what a start says. */
@Component
class OpenPage {

    private static final Logger log = LoggerFactory.getLogger(OpenPage.class);

    @EventListener
    @Order
    void tell(ApplicationReadyEvent started) {
        Environment environment = started.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        // Tests run without a server.
        if (port != null) {
            String address = environment.getProperty("server.address", "0.0.0.0");
            String host = address.equals("0.0.0.0") || address.equals("127.0.0.1") ? "localhost" : address;
            log.info("The archive is open: http://{}:{}/", host, port);
        }
    }
}
