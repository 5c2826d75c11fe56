package org.onrecord.access;

/** The service was told to listen for strangers although nobody needs a key. */
public class OpenWithoutKeys extends RuntimeException {

    public OpenWithoutKeys(String address) {
        super("server.address is " + address + ", which others can reach, and there is no key yet");
    }
}
