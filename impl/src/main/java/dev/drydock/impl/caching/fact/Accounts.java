package dev.drydock.impl.caching.fact;

import dev.drydock.caching.Account;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.User;
import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Map;

/**
 * Reads which accounts a RUN creates, changes and removes, and whose their homes are: {@code useradd}, {@code usermod},
 * {@code userdel} and {@code groupadd} (shadow), {@code adduser}, {@code deluser} and {@code addgroup} (Debian's and
 * BusyBox'), {@code mkdir} and {@code chown}.
 *
 * <p>Source of the rules: the manual pages useradd(8), usermod(8) and adduser(8), and BusyBox' own help texts.
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

  /** One of these is in the name of each of the commands. */
  private static final List<String> SIGNS = List.of("user", "group", "mkdir", "chown");

  private final Scope scope;
  private BuildState state;

  private Accounts(Scope scope, BuildState before) {
    this.scope = scope;
    this.state = before;
  }

  private static Option<Integer> number(String text) {
    return Try.of(() -> Integer.valueOf(text)).filter(number -> number >= 0).toOption();
  }

  /** The state behind a USER. */
  static BuildState after(User user, Scope scope, BuildState before) {
    Option<String> name = scope.expandFixed(user.user());
    if (name.isEmpty() || name.get().isEmpty()) {
      return before.withUser(unknown(user.user()));
    }
    Option<Integer> group = user.group().flatMap(scope::expandFixed).flatMap(Accounts::number);
    Account account = named(name.get(), before);
    return before.withUser(
        group.isDefined()
            ? new Account(account.name(), account.uid(), group, account.home(), account.homeExists())
            : account);
  }

  /** The account of this name or number. */
  private static Account named(String name, BuildState state) {
    if (name.equals("root") || name.equals("0")) {
      return Account.ROOT;
    }
    Option<Account> known = state.accounts().get(name);
    if (known.isDefined()) {
      return known.get();
    }
    Option<Integer> uid = number(name);
    return state
        .accounts()
        .values()
        .find(account -> uid.isDefined() && account.uid().equals(uid))
        .getOrElse(() -> new Account(name, uid, Option.none(), Option.none(), false));
  }

  /** Whether a file may create accounts, so that what may have made their homes before is of interest. */
  static boolean areMadeIn(String text) {
    return text.contains("useradd") || text.contains("adduser");
  }

  /**
   * The state behind a RUN, with what it does to accounts.
   *
   * @param touches whether what it may make besides is of interest
   */
  static BuildState after(Run run, Scope scope, BuildState before, boolean touches) {
    boolean hasSign = hasSign(run.text());
    if (!hasSign && !touches) {
      return before;
    }
    Accounts reader = new Accounts(scope, before);
    for (SimpleCommand command : run.script().map(ShellScript::commands).getOrElse(Vector.empty())) {
      if (hasSign) {
        reader.read(command);
      }
      if (touches) {
        reader.state = reader.state.withTouched(reader.state.touched().by(command, scope));
      }
    }
    return reader.state;
  }

  private static boolean hasSign(String text) {
    for (String sign : SIGNS) {
      if (text.contains(sign)) {
        return true;
      }
    }
    return false;
  }

  private void read(SimpleCommand command) {
    switch (command.name().getOrElse("")) {
      case "useradd" -> created(command, true);
      case "adduser" -> created(command, false);
      case "usermod" -> changed(command);
      case "userdel", "deluser" -> removed(command);
      case "groupadd", "addgroup" -> groupCreated(command);
      case "mkdir" -> made(command);
      case "chown" -> owned(command);
      default -> {}
    }
  }

  /** Two names are a user and a group that it is added to; a name that is taken is not created again. */
  private void created(SimpleCommand command, boolean useradd) {
    Arguments arguments = Arguments.read(command, scope);
    if (arguments.names.size() != 1 || state.accounts().containsKey(arguments.names.head())) {
      return;
    }
    String name = arguments.names.head();
    Option<Integer> uid = command.mustRun() ? arguments.uid : Option.none();
    Option<Integer> gid = arguments.group.flatMap(this::gid);
    if (arguments.group.isEmpty() && useradd && !arguments.system) {
      gid = uid;
    }
    boolean homeIsUsual = !arguments.system && !arguments.unread;
    Option<String> home =
        arguments.home.orElse(() -> homeIsUsual ? Option.some("/home/" + name) : Option.none());
    boolean makesHome = useradd ? arguments.makesHome : !arguments.system && !arguments.noHome;
    state =
        state.withAccount(
            new Account(
                name,
                arguments.unread ? Option.none() : uid,
                gid,
                home,
                command.mustRun() && makesHome && home.exists(this::isNew)));
  }

  /** Whether nothing has made this directory: one that is there stays whose it is. */
  private boolean isNew(String home) {
    return !ImageDirectories.has(home)
        && state.written().within(Paths.clean(home)).isEmpty()
        && !state.touched().mayHave(Paths.clean(home));
  }

  /** A new number takes the home along; another home may be there already. */
  private void changed(SimpleCommand command) {
    Arguments arguments = Arguments.read(command, scope);
    Option<Account> known = arguments.names.lastOption().flatMap(state.accounts()::get);
    if (known.isEmpty()) {
      return;
    }
    Account account = known.get();
    boolean renamed = command.arguments().exists(word -> word.text().matches("-l|--login(=.*)?"));
    state =
        state.withAccount(
            renamed || arguments.unread || !command.mustRun()
                ? unknown(account.name())
                : new Account(
                    account.name(),
                    arguments.uid.orElse(account.uid()),
                    arguments.group.isDefined() ? arguments.group.flatMap(this::gid) : account.gid(),
                    arguments.home.orElse(account.home()),
                    account.homeExists() && arguments.home.isEmpty()));
  }

  private void removed(SimpleCommand command) {
    Vector<String> names = Arguments.read(command, scope).names;
    if (names.size() == 1) {
      state = state.withoutAccount(names.head());
    }
  }

  private static Account unknown(String name) {
    return new Account(name, Option.none(), Option.none(), Option.none(), false);
  }

  private void made(SimpleCommand command) {
    if (command.mustRun()) {
      paths(command).forEach(path -> state = state.withWritten(path));
    }
  }

  /** A home that is given to its user is the user's. */
  private void owned(SimpleCommand command) {
    Vector<String> words =
        command.arguments().flatMap(word -> word.value(scope::fixedValue)).filter(word -> !word.startsWith("-"));
    if (!command.mustRun() || words.isEmpty()) {
      return;
    }
    String owner = words.head().split("[:.]", 2)[0];
    boolean all = command.arguments().exists(word -> word.text().matches("-[a-zA-Z]*R[a-zA-Z]*|--recursive"));
    Vector<String> given = paths(command);
    for (Account account : state.accounts().get(owner).toVector().appendAll(withId(owner))) {
      boolean isGiven =
          account
              .home()
              .exists(home -> given.exists(path -> path.equals(home) || (all && Paths.within(home, path))));
      if (isGiven) {
        state =
            state.withAccount(new Account(account.name(), account.uid(), account.gid(), account.home(), true));
      }
    }
  }

  private Vector<Account> withId(String owner) {
    Option<Integer> id = number(owner);
    return id.isEmpty()
        ? Vector.empty()
        : state.accounts().values().filter(account -> account.uid().equals(id)).toVector();
  }

  /** The places that arguments name, as far as they are known: behind a {@code cd} those that are absolute. */
  private Vector<String> paths(SimpleCommand command) {
    return command
        .arguments()
        .filter(word -> !word.globs())
        .flatMap(word -> word.value(scope::fixedValue))
        .filter(path -> path.startsWith("/"))
        .map(path -> path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  private Option<Integer> gid(String group) {
    return group.equals("0") || group.equals("root")
        ? Option.some(0)
        : number(group).orElse(() -> state.accounts().get(BuildState.GROUP + group).flatMap(Account::gid));
  }

  private void groupCreated(SimpleCommand command) {
    Arguments arguments = Arguments.read(command, scope);
    if (arguments.names.size() == 1) {
      Option<Integer> gid = arguments.group.flatMap(Accounts::number);
      state =
          state.withAccount(
              new Account(BuildState.GROUP + arguments.names.head(), Option.none(), gid, Option.none(), false));
    }
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
          command.arguments().map(word -> word.value(scope::fixedValue));
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
