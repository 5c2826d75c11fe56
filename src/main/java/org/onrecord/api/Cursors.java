package org.onrecord.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.kernel.Sha256;

/**
 * Where a list goes on: the sort keys of the last result seen, sealed so that a caller can neither read anything into
 * them nor make them up, and bound to the query they came from. Safe for use by several threads.
 */
public final class Cursors {

    private static final String PARAMETER = "cursor";
    private static final int MAC_BYTES = 16;
    private static final int BINDING_BYTES = 8;
    private static final int LONGEST = 4_096;

    private final SigningKey key;

    public Cursors(SigningKey key) {
        this.key = key;
    }

    /**
     * The cursor after a result.
     *
     * @param binding all that decides which results there are and in which order, in a stable writing; not the page size
     * @param keys the result's sort keys, the id last: strings, numbers, instants, ids or null
     */
    public String encode(String binding, @Nullable Object... keys) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(fingerprint(binding));
        try (var data = new DataOutputStream(out)) {
            for (Object sortKey : keys) {
                write(data, sortKey);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] content = out.toByteArray();
        out.writeBytes(mac(content));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    /**
     * The sort keys a cursor stands for.
     *
     * @param binding the same as when it was made
     * @throws InvalidInput 400 when the cursor is none of ours or belongs to another query
     */
    public Keys decode(String cursor, String binding) {
        byte[] sealed = sealed(cursor);
        int end = sealed.length - MAC_BYTES;
        if (end < BINDING_BYTES || !MessageDigest.isEqual(mac(Arrays.copyOf(sealed, end)), tail(sealed, end))) {
            throw notACursor();
        }
        if (!Arrays.equals(sealed, 0, BINDING_BYTES, fingerprint(binding), 0, BINDING_BYTES)) {
            throw InvalidInput.parameter(
                    PARAMETER,
                    "cursor-of-another-query",
                    "belongs to another query; follow `next` as it is, or start without a cursor");
        }
        try (var data = new DataInputStream(new ByteArrayInputStream(sealed, BINDING_BYTES, end - BINDING_BYTES))) {
            var keys = new ArrayList<@Nullable Object>();
            while (data.available() > 0) {
                keys.add(read(data));
            }
            return new Keys(keys);
        } catch (IOException broken) {
            throw notACursor();
        }
    }

    private static byte[] sealed(String cursor) {
        if (cursor.length() > LONGEST) {
            throw notACursor();
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw notACursor();
        }
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static InvalidInput notACursor() {
        return InvalidInput.parameter(
                PARAMETER, "not-a-cursor", "is not a cursor from here; follow `next` as it is, or start without one");
    }

    private static void write(DataOutputStream data, @Nullable Object value) throws IOException {
        if (value == null) {
            data.writeByte('0');
        } else if (value instanceof Instant instant) {
            data.writeByte('t');
            data.writeLong(instant.getEpochSecond());
            data.writeInt(instant.getNano());
        } else if (value instanceof UUID id) {
            data.writeByte('u');
            data.writeLong(id.getMostSignificantBits());
            data.writeLong(id.getLeastSignificantBits());
        } else if (value instanceof Long || value instanceof Integer) {
            data.writeByte('l');
            data.writeLong(((Number) value).longValue());
        } else if (value instanceof Float || value instanceof Double) {
            data.writeByte('d');
            data.writeDouble(((Number) value).doubleValue());
        } else if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            data.writeByte('s');
            data.writeInt(bytes.length);
            data.write(bytes);
        } else {
            throw new IllegalArgumentException("no sort key: " + value.getClass());
        }
    }

    private static @Nullable Object read(DataInputStream data) throws IOException {
        return switch (data.readByte()) {
            case '0' -> null;
            case 't' -> Instant.ofEpochSecond(data.readLong(), data.readInt());
            case 'u' -> new UUID(data.readLong(), data.readLong());
            case 'l' -> data.readLong();
            case 'd' -> data.readDouble();
            case 's' -> new String(data.readNBytes(data.readInt()), StandardCharsets.UTF_8);
            default -> throw new IOException("unknown kind of sort key");
        };
    }

    private static byte[] fingerprint(String binding) {
        return Arrays.copyOf(Sha256.of(binding), BINDING_BYTES);
    }

    private byte[] mac(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(content), MAC_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The secret cursors are sealed with: 32 bytes, the same for every process on one archive, and over restarts. */
    @FunctionalInterface
    public interface SigningKey {
        byte[] bytes();
    }

    /** The sort keys of the last result seen, in the order they were given. */
    public static final class Keys {

        private final List<@Nullable Object> values;

        private Keys(List<@Nullable Object> values) {
            this.values = values;
        }

        public int size() {
            return values.size();
        }

        public boolean isNull(int index) {
            return at(index, Object.class) == null;
        }

        public @Nullable String text(int index) {
            return at(index, String.class);
        }

        public @Nullable Instant instant(int index) {
            return at(index, Instant.class);
        }

        public @Nullable UUID id(int index) {
            return at(index, UUID.class);
        }

        public @Nullable Long whole(int index) {
            return at(index, Long.class);
        }

        public @Nullable Double number(int index) {
            return at(index, Double.class);
        }

        private <T> @Nullable T at(int index, Class<T> type) {
            if (index >= values.size() || !(values.get(index) == null || type.isInstance(values.get(index)))) {
                throw notACursor();
            }
            return type.cast(values.get(index));
        }
    }
}
