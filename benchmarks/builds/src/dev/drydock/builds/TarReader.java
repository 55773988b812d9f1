package dev.drydock.builds;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads what {@code docker export} writes: ustar with PAX headers for what does not fit. */
final class TarReader {

    /** An entry: its path without a slash at the end, and all that is compared of it. */
    record Entry(String path, String description) {}

    private static final int BLOCK = 512;

    private final InputStream in;

    TarReader(InputStream in) {
        this.in = in;
    }

    void forEach(Consumer<Entry> consumer) throws IOException {
        byte[] header = new byte[BLOCK];
        Map<String, String> extended = new TreeMap<>();
        while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            char type = (char) header[156];
            long size = Long.parseLong(extended.getOrDefault("size", Long.toString(octal(header, 124, 12))));
            if (type == 'x' || type == 'g') {
                Map<String, String> records = records(content(size));
                if (type == 'x') {
                    extended = records;
                }
                continue;
            }
            String prefix = text(header, 345, 155);
            String path = extended.getOrDefault("path", (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100));
            String target = extended.getOrDefault("linkpath", text(header, 157, 100));
            String attributes = String.join(" ", "" + type, Long.toOctalString(octal(header, 100, 8)),
                    extended.getOrDefault("uid", "" + octal(header, 108, 8)) + ":" + extended.getOrDefault("gid", "" + octal(header, 116, 8)),
                    target, extendedAttributes(extended));
            consumer.accept(new Entry(path.replaceAll("/$", ""), attributes + " " + digest(size)));
            extended = Map.of();
        }
        in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private static String extendedAttributes(Map<String, String> records) {
        return String.join(",", records.entrySet().stream().filter(record -> record.getKey().startsWith("SCHILY.xattr")).map(Object::toString).toList());
    }

    private static Map<String, String> records(byte[] content) {
        Map<String, String> records = new TreeMap<>();
        int at = 0;
        while (at < content.length) {
            int space = at;
            while (content[space] != ' ') {
                space++;
            }
            int length = Integer.parseInt(new String(content, at, space - at, StandardCharsets.US_ASCII));
            String record = new String(content, space + 1, length - (space - at) - 2, StandardCharsets.UTF_8);
            records.put(record.substring(0, record.indexOf('=')), record.substring(record.indexOf('=') + 1));
            at += length;
        }
        return records;
    }

    private byte[] content(long size) throws IOException {
        byte[] content = in.readNBytes((int) size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return content;
    }

    private String digest(long size) throws IOException {
        if (size == 0) {
            return "";
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            byte[] buffer = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("a tar that ends within a file");
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long octal(byte[] header, int at, int length) {
        String digits = text(header, at, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.UTF_8);
    }
}
