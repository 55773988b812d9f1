package com.example.consumer;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import java.io.IOException;

/** Refits the Dockerfile on standard input, and writes it to standard output. */
final class Consumer {

  public static void main(String[] args) throws IOException {
    Dockerfile dockerfile = Dockerfile.decode(System.in.readAllBytes());
    System.out.print(Transforms.pythonCaching().apply(dockerfile).after().text());
  }
}
