package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Scope;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a command that creates or changes an account, sorted by what they say. */
final class AccountArguments {

  /** What an option of these commands says; options not named here say nothing of the account. */
  private enum Says {
    UID,
    GROUP,
    HOME,
    ANOTHER_WORD,
    UNKNOWN_UID
  }

  private static final Map<String, Says> OPTIONS =
      Map.ofEntries(
          Map.entry("-u", Says.UID),
          Map.entry("--uid", Says.UID),
          Map.entry("-g", Says.GROUP),
          Map.entry("--gid", Says.GROUP),
          Map.entry("-G", Says.ANOTHER_WORD),
          Map.entry("--groups", Says.ANOTHER_WORD),
          Map.entry("--ingroup", Says.GROUP),
          Map.entry("-d", Says.HOME),
          Map.entry("-h", Says.HOME),
          Map.entry("--home", Says.HOME),
          Map.entry("--home-dir", Says.HOME),
          Map.entry("-s", Says.ANOTHER_WORD),
          Map.entry("--shell", Says.ANOTHER_WORD),
          Map.entry("-c", Says.ANOTHER_WORD),
          Map.entry("--comment", Says.ANOTHER_WORD),
          Map.entry("--gecos", Says.ANOTHER_WORD),
          Map.entry("-k", Says.ANOTHER_WORD),
          Map.entry("-K", Says.ANOTHER_WORD),
          Map.entry("-p", Says.ANOTHER_WORD),
          Map.entry("--password", Says.ANOTHER_WORD),
          Map.entry("-b", Says.UNKNOWN_UID),
          Map.entry("--base-dir", Says.UNKNOWN_UID));

  /** What BusyBox' adduser means otherwise. */
  private static final Map<String, Says> OPTIONS_OF_BUSYBOX = Map.of("-G", Says.GROUP, "-g", Says.ANOTHER_WORD);

  /** Options that only BusyBox' adduser has; it asks for a password without them. */
  private static final Pattern OF_BUSYBOX = Pattern.compile("-[A-Za-z]*[DS][A-Za-z]*");

  Vector<String> names = Vector.empty();
  Option<Integer> uid = Option.none();
  Option<String> group = Option.none();
  Option<String> home = Option.none();
  boolean system;
  boolean makesHome;
  boolean noHome;
  boolean unread;

  /** Whether it is BusyBox' adduser. */
  final boolean busybox;

  private AccountArguments(boolean busybox) {
    this.busybox = busybox;
  }

  static AccountArguments read(SimpleCommand command, Scope scope) {
    boolean busybox =
        command.name().contains("adduser")
            && command.arguments().exists(word -> OF_BUSYBOX.matcher(word.text()).matches());
    AccountArguments arguments = new AccountArguments(busybox);
    Vector<Option<String>> values =
        command.arguments().map(word -> word.value(scope::fixedValue));
    for (int i = 0; i < values.size(); i++) {
      String word = values.get(i).getOrElse("$");
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String option = equals < 0 ? word : word.substring(0, equals);
      Says says = arguments.says(option);
      if (says != null) {
        Option<String> value =
            equals >= 0
                ? Option.some(word.substring(equals + 1))
                : i + 1 < values.size() ? values.get(++i) : Option.none();
        arguments.take(says, value);
      } else if (word.equals("-m") || word.equals("--create-home")) {
        arguments.makesHome = true;
      } else if (word.equals("-M") || word.equals("--no-create-home") || word.equals("-H")) {
        arguments.noHome = true;
      } else if (word.equals("-r") || word.equals("--system") || word.equals("-S")) {
        arguments.system = true;
      } else if (word.startsWith("-") && !word.startsWith("--") && word.length() > 2) {
        i += arguments.takeCluster(word, i + 1 < values.size() ? values.get(i + 1) : Option.none());
      } else if (word.equals("$")) {
        arguments.unread = true;
      } else if (!word.startsWith("-")) {
        arguments.names = arguments.names.append(word);
      }
    }
    return arguments;
  }

  private @Nullable Says says(String option) {
    return busybox && OPTIONS_OF_BUSYBOX.containsKey(option) ? OPTIONS_OF_BUSYBOX.get(option) : OPTIONS.get(option);
  }

  private void take(Says says, Option<String> value) {
    switch (says) {
      case UID -> {
        uid = value.flatMap(AccountArguments::number);
        unread |= uid.isEmpty();
      }
      case GROUP -> group = value.isDefined() ? value : Option.some("?");
      case HOME -> home = value;
      case UNKNOWN_UID -> unread = true;
      case ANOTHER_WORD -> {}
    }
  }

  /** {@code -mu 1000}, {@code -u1000}, {@code -ms}: letters, of which the last may take the next word. */
  private int takeCluster(String word, Option<String> next) {
    for (int i = 1; i < word.length(); i++) {
      String letter = "-" + word.charAt(i);
      Says says = says(letter);
      if (says != null) {
        boolean attached = i + 1 < word.length();
        take(says, attached ? Option.some(word.substring(i + 1)) : next);
        return attached ? 0 : 1;
      }
      makesHome |= letter.equals("-m");
      noHome |= letter.equals("-H");
      system |= letter.equals("-r") || letter.equals("-S");
    }
    return 0;
  }

  /** A user or group that is named by its number. */
  static Option<Integer> number(String text) {
    return Try.of(() -> Integer.valueOf(text)).filter(number -> number >= 0).toOption();
  }
}
