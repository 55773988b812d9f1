package dev.drydock.benchmarks.scale;

import dev.drydock.benchmarks.work.Shape;

/** Dockerfiles of a size. */
final class Texts {

  private static final String SERVICE =
      """
      FROM python:3.12-slim AS service%1$d
      ENV SERVICE=%1$d
      RUN apt-get update && apt-get install -y --no-install-recommends libpq5 curl \\
          && rm -rf /var/lib/apt/lists/*
      WORKDIR /app/%1$d
      COPY requirements.txt .
      RUN pip install --no-cache-dir -r requirements.txt
      COPY . .
      """;

  private Texts() {}

  /** As many services as go into this many characters, each on a stage of its own. */
  static String services(int characters) {
    StringBuilder text = new StringBuilder(characters + SERVICE.length());
    for (int i = 0; text.length() < characters; i++) {
      text.append(String.format(SERVICE, i));
    }
    return text.toString();
  }

  /** A file of this shape with about this many characters. */
  static String ofShape(Shape shape, int characters) {
    int few = 100;
    double each = (double) (shape.text(2 * few).length() - shape.text(few).length()) / few;
    return shape.text((int) (characters / each));
  }
}
