package dev.drydock.cli.services;

/** A file, or what it says of a service, cannot be read; the message says where and why. */
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message);
  }
}
