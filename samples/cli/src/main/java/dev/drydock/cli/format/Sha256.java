package dev.drydock.cli.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which texts are told apart; every JDK has it. */
public final class Sha256 {

  private Sha256() {}

  /** The digest of some bytes. */
  public static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
