package org.onrecord.access.web;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessKeys;
import org.onrecord.access.OpenWithoutKeys;

/**
 * Whether the archive is open to whoever sits at this machine: as long as it listens to this machine only, no key was
 * ever made and no tokens are checked.
 */
final class LocalMode {

    private final @Nullable InetAddress address;
    private final boolean tokensChecked;
    private final AccessKeys keys;
    private final boolean closed;

    /**
     * @param address where the service listens; null: everywhere
     * @throws OpenWithoutKeys when strangers could reach what nobody guards
     */
    LocalMode(@Nullable InetAddress address, boolean tokensChecked, AccessKeys keys) {
        this.address = address;
        this.tokensChecked = tokensChecked;
        this.keys = keys;
        if (!isLoopback() && !tokensChecked && !keys.anyEverMade()) {
            throw new OpenWithoutKeys(address == null ? "not set" : address.getHostAddress());
        }
        this.closed = !isLoopback() || tokensChecked;
    }

    boolean isLoopback() {
        return address != null && address.isLoopbackAddress();
    }

    boolean isOpen() {
        return !closed && !keys.anyEverMade();
    }

    boolean areTokensChecked() {
        return tokensChecked;
    }
}
