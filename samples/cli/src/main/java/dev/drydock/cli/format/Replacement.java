package dev.drydock.cli.format;

/** Text in place of other text. */
record Replacement(Region deleted, String inserted) {}
