package dev.drydock.transform;
/** A transform. */
public interface Transform {}
