package dev.drydock.builds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A Python package that the lab makes up: it can be installed and imported, weighs what it should, and does nothing. */
record PythonPackage(String name, String version, String module, int kilobytes, List<String> requires) {

    /** A line of packages.txt: name, version, import name, kilobytes, requirements. */
    static PythonPackage parse(String line) {
        List<String> words = Arrays.asList(line.strip().split("\\s+"));
        return new PythonPackage(words.get(0), words.get(1), words.get(2), Integer.parseInt(words.get(3)), words.subList(4, words.size()));
    }

    String wheelName() {
        return name.replace('-', '_') + "-" + version + "-py3-none-any.whl";
    }

    byte[] wheel() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(module + "/__init__.py", utf8("\"\"\"A stand-in for " + name + ", made by Drydock's build lab.\"\"\"\n__version__ = \"" + version + "\"\n"));
        files.put(module + "/_weight.bin", weight());
        return wheel(files, "");
    }

    /** A wheel of these files, with a console script where one is named ({@code uv = module:function}). */
    byte[] wheel(Map<String, byte[]> contents, String script) {
        Map<String, byte[]> files = new LinkedHashMap<>(contents);
        String info = name.replace('-', '_') + "-" + version + ".dist-info/";
        files.put(info + "METADATA", utf8(metadata()));
        files.put(info + "WHEEL", utf8("Wheel-Version: 1.0\nGenerator: drydock-lab\nRoot-Is-Purelib: true\nTag: py3-none-any\n"));
        if (!script.isEmpty()) {
            files.put(info + "entry_points.txt", utf8("[console_scripts]\n" + script + "\n"));
        }
        StringBuilder records = new StringBuilder();
        files.forEach((path, content) -> records.append(path).append(",sha256=").append(digest(content)).append(',').append(content.length).append('\n'));
        files.put(info + "RECORD", utf8(records + info + "RECORD,,\n"));
        return Archive.zip(files);
    }

    private String metadata() {
        List<String> lines = new ArrayList<>(List.of("Metadata-Version: 2.1", "Name: " + name, "Version: " + version));
        for (String required : requires) {
            int end = required.indexOf(']');
            if (end < 0) {
                lines.add("Requires-Dist: " + required);
            } else {
                String extra = required.substring(1, end);
                lines.add("Provides-Extra: " + extra);
                lines.add("Requires-Dist: " + required.substring(end + 1) + "; extra == \"" + extra + "\"");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Bytes that no compression makes smaller, the same for the same name. */
    private byte[] weight() {
        byte[] bytes = new byte[kilobytes * 1000];
        new Random(name.hashCode()).nextBytes(bytes);
        return bytes;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] content) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
