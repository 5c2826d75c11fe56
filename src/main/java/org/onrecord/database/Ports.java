package org.onrecord.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** Ports of 127.0.0.1 for the server, below those the operating system hands out to clients. */
final class Ports {

    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;

    private Ports() {}

    /** A port nobody listens on, at random. */
    static int choose() {
        SecureRandom random = new SecureRandom();
        for (int attempt = 0; attempt < 1000; attempt++) {
            int port = FIRST + random.nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new DatabaseRefused(
                "No free port between " + FIRST + " and " + (FIRST + COUNT) + " on 127.0.0.1.",
                "everything",
                "stop what listens there, or allow this process to open ports on the loopback interface.");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(ServerAddress.HOST), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
