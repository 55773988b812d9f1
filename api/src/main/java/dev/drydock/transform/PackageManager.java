package dev.drydock.transform;
/** A package manager. */
public interface PackageManager {}
