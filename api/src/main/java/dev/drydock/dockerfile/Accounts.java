package dev.drydock.dockerfile;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Map;

/**
 * Reads which accounts a RUN creates: {@code useradd} and {@code groupadd} (shadow), {@code adduser} and
 * {@code addgroup} (Debian's and BusyBox').
 *
 * <p>Source of the rules: the manual pages useradd(8) and adduser(8), and BusyBox' own help texts.
 */
final class Accounts {

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

  private Accounts() {}

  static Option<Integer> number(String text) {
    return Try.of(() -> Integer.valueOf(text)).filter(number -> number >= 0).toOption();
  }

  /** The account of this name or number. */
  static Account named(String name, Scope scope) {
    if (name.equals("root") || name.equals("0")) {
      return Account.ROOT;
    }
    Option<Account> known = scope.accounts().get(name);
    if (known.isDefined()) {
      return known.get();
    }
    Option<Integer> uid = number(name);
    return scope
        .accounts()
        .values()
        .find(account -> uid.isDefined() && account.uid().equals(uid))
        .getOrElse(() -> new Account(name, uid, Option.none(), Option.none(), false));
  }

  /** The scope with the accounts that a RUN creates. */
  static Scope after(Run run, Scope before) {
    if (!run.mentions("useradd") && !run.mentions("adduser") && !run.mentions("addgroup") && !run.mentions("groupadd")) {
      return before;
    }
    Scope scope = before;
    Vector<SimpleCommand> commands =
        run.script().map(ShellScript::commands).getOrElse(Vector.empty());
    for (SimpleCommand command : commands) {
      String name = command.name().getOrElse("");
      if (name.equals("useradd") || name.equals("adduser")) {
        scope = created(command, scope, name.equals("useradd"));
      } else if (name.equals("groupadd") || name.equals("addgroup")) {
        scope = groupCreated(command, scope);
      }
    }
    return scope;
  }

  private static Scope created(SimpleCommand command, Scope scope, boolean useradd) {
    Arguments arguments = Arguments.read(command, scope);
    if (arguments.names.isEmpty()) {
      return scope;
    }
    String name = arguments.names.head();
    Option<Integer> uid = command.mustRun() ? arguments.uid : Option.none();
    Option<Integer> gid = arguments.group.flatMap(group -> gid(group, scope));
    if (arguments.group.isEmpty() && useradd && !arguments.system) {
      gid = uid;
    }
    boolean homeIsUsual = !arguments.system && !arguments.unread;
    Option<String> home =
        arguments.home.orElse(() -> homeIsUsual ? Option.some("/home/" + name) : Option.none());
    return scope.withAccount(new Account(
            name,
            arguments.unread ? Option.none() : uid,
            gid,
            home,
            command.mustRun() && (useradd ? arguments.makesHome : !arguments.system && !arguments.noHome)));
  }

  private static Option<Integer> gid(String group, Scope scope) {
    return group.equals("0") || group.equals("root")
        ? Option.some(0)
        : number(group).orElse(() -> scope.accounts().get("group " + group).flatMap(Account::gid));
  }

  private static Scope groupCreated(SimpleCommand command, Scope scope) {
    Arguments arguments = Arguments.read(command, scope);
    if (arguments.names.isEmpty()) {
      return scope;
    }
    Option<Integer> gid = arguments.group.flatMap(Accounts::number);
    return scope.withAccount(
        new Account("group " + arguments.names.head(), Option.none(), gid, Option.none(), false));
  }

  /** The words of one such command, sorted by what they say. */
  private static final class Arguments {

    Vector<String> names = Vector.empty();
    Option<Integer> uid = Option.none();
    Option<String> group = Option.none();
    Option<String> home = Option.none();
    boolean system;
    boolean makesHome;
    boolean noHome;
    boolean unread;

    static Arguments read(SimpleCommand command, Scope scope) {
      Arguments arguments = new Arguments();
      Vector<Option<String>> values =
          command.arguments().map(word -> value(word, scope));
      for (int i = 0; i < values.size(); i++) {
        String word = values.get(i).getOrElse("$");
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String option = equals < 0 ? word : word.substring(0, equals);
        Says says = OPTIONS.get(option);
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

    private static Option<String> value(Word word, Scope scope) {
      return word.value(scope::fixedValue);
    }

    private void take(Says says, Option<String> value) {
      switch (says) {
        case UID -> {
          uid = value.flatMap(Accounts::number);
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
        Says says = OPTIONS.get(letter);
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
  }
}
