package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;

/**
 * {@code EXPOSE port[/protocol]…}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseExpose}.
 */
public final class Expose extends Instruction {

  private static final String ALLOWED = "ports: 8080, 53/udp or 7000-7010";
  private static final Pattern PORT = Pattern.compile("[0-9]+(-[0-9]+)?(/(tcp|udp|sctp))?", Pattern.CASE_INSENSITIVE);

  Expose(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.EXPOSE;
  }

  /**
   * {@code EXPOSE port…}: a number or a range, {@code /tcp} or {@code /udp} behind it, or a variable.
   *
   * @throws IllegalArgumentException where one is no port
   */
  public static Expose of(String... ports) {
    if (Given.noneNull(ports, "ports").length == 0) {
      throw Given.refused("ports", "at least one port", "[]");
    }
    Vector<String> all = Vector.of(ports);
    all.forEach(Expose::port);
    return InstructionWriter.words(Expose.class, "EXPOSE", all);
  }

  /** {@code EXPOSE port…}, for TCP. */
  public static Expose of(int port, int... further) {
    Given.notNull(further, "further");
    return InstructionWriter.words(Expose.class, "EXPOSE", Vector.of(port).appendAll(Vector.ofAll(further)).map(Object::toString).map(Expose::port));
  }

  private static String port(String port) {
    Words.matching(PORT, port, "ports", ALLOWED);
    if (!Words.hasVariable(port) && !Vector.of(port.split("[^0-9]+", -1)).filter(n -> !n.isEmpty()).forAll(Expose::exists)) {
      throw Given.refused("ports", ALLOWED + ", with numbers from 1 to 65535", port);
    }
    return port;
  }

  private static boolean exists(String number) {
    return number.length() <= 5 && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= 65_535;
  }

  /** The ports as written, in order. */
  public Vector<String> ports() {
    return arguments();
  }

  /** With these ports in the place of all. */
  public Expose withPorts(String... ports) {
    return (Expose) withArguments(of(ports), "ports");
  }
}
