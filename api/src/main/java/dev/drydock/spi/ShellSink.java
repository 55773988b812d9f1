package dev.drydock.spi;

/** Hears the structure of a shell script. */
public interface ShellSink {}
