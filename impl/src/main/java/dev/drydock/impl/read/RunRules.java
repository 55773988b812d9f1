package dev.drydock.impl.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The values of RUN's flags: {@code commands_runmount.go}, {@code commands_runnetwork.go},
 * {@code commands_runsecurity.go} and {@code commands_rundevice.go} in {@code frontend/dockerfile/instructions}.
 */
final class RunRules {

  private static final Set<String> NETWORKS = Set.of("default", "none", "host");
  private static final Set<String> SECURITIES = Set.of("insecure", "sandbox");

  private RunRules() {}

  static void check(InstructionProblems run) {
    for (CommandSplit.Flag flag : run.parts().command().flags()) {
      String value = FlagRules.value(flag);
      if (value != null) {
        switch (FlagRules.name(flag)) {
          case "mount" -> new MountRules(run, flag).check(value);
          case "device" -> device(run, flag, value);
          case "network" -> network(run, flag, value);
          case "security" -> security(run, flag, value);
          default -> {}
        }
      }
    }
  }

  private static void network(InstructionProblems run, CommandSplit.Flag flag, String value) {
    if (!NETWORKS.contains(value)) {
      run.addAt(
          flag.start(),
          "invalid-network",
          "invalid network mode \"" + value + "\": expected default, none or host");
    }
  }

  private static void security(InstructionProblems run, CommandSplit.Flag flag, String value) {
    if (!SECURITIES.contains(value)) {
      run.addAt(
          flag.start(),
          "invalid-security",
          "security \"" + value + "\" is not valid: expected sandbox or insecure");
    }
  }

  private static void device(InstructionProblems run, CommandSplit.Flag flag, String value) {
    List<String> fields = new ArrayList<>();
    String fault = CsvRecord.read(value, fields::add);
    if (fault != null) {
      run.addAt(flag.start(), "invalid-device", "failed to parse csv devices: " + fault);
      return;
    }
    boolean named = false;
    for (String field : fields) {
      int equals = field.indexOf('=');
      String key = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
      String message = deviceField(field, key, equals, named);
      if (!message.isEmpty()) {
        run.addAt(flag.start(), "invalid-device", message);
        return;
      }
      named |= !key.equals("required");
    }
  }

  /** What is wrong with one field of a device; empty where nothing is. */
  private static String deviceField(String field, String key, int equals, boolean named) {
    if (key.equals("required")) {
      String value = field.substring(equals + 1);
      return equals < 0 || GoNumber.isBoolean(value) ? "" : "invalid value for required: " + value;
    }
    if (!named) {
      return "";
    }
    if (equals < 0) {
      return "invalid field '" + field + "' must be a key=value pair";
    }
    return key.equals("name")
        ? "device name already set"
        : "unexpected key '" + key + "' in '" + field + "'";
  }
}
