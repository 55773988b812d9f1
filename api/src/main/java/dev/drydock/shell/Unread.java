package dev.drydock.shell;

import dev.drydock.text.Span;

/**
 * Something in a script that was not understood, and why.
 * Commands elsewhere in the script are reported all the same.
 */
public record Unread(Span span, String reason) {}
