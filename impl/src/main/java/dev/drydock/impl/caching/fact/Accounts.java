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
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads which accounts a RUN creates, changes and removes, and whose their homes are: {@code useradd}, {@code usermod},
 * {@code userdel}, {@code groupadd} and {@code groupmod} (shadow), {@code adduser}, {@code deluser} and {@code addgroup}
 * (Debian's and BusyBox'), {@code mkdir} and {@code chown}. After what may change accounts unseen none is known.
 *
 * <p>Source of the rules: the manual pages useradd(8), usermod(8), groupmod(8) and adduser(8), and BusyBox' own help texts.
 */
final class Accounts {

  /** One of these is in the name of each of the commands, or in what else may change accounts. */
  private static final List<String> SIGNS =
      List.of("user", "group", "mkdir", "chown", "/etc/passwd", "USER", "uid", "UID", "gid", "GID");

  private static final Pattern ACCOUNT_FILES = Pattern.compile("/etc/(passwd|group)\\b");

  /** A script by its name, or a shell that may read one. */
  private static final Pattern SCRIPT = Pattern.compile(".*\\.sh|(ba|da|a|z)?sh|source|\\.");

  /** What tells a shell that a word holds its script, which is read. */
  private static final Pattern SCRIPT_IN_WORD = Pattern.compile("-[a-z]*c");

  private static final Pattern OF_ACCOUNTS = Pattern.compile("(?i)user|[ug]id");

  private final Scope scope;
  private BuildState state;

  private Accounts(Scope scope, BuildState before) {
    this.scope = scope;
    this.state = before;
  }

  /** The state behind a USER. */
  static BuildState after(User user, Scope scope, Option<ImageAccount> ofImage, BuildState before) {
    Option<String> name =
        ofImage.flatMap(known -> known.value(user.user(), scope)).orElse(() -> scope.expandFixed(user.user()));
    if (name.isEmpty() || name.get().isEmpty()) {
      return before.withUser(unknown(user.user()));
    }
    Option<Integer> group = user.group().flatMap(scope::expandFixed).flatMap(AccountArguments::number);
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
    Vector<Account> withId = withId(name, state);
    return withId.size() == 1
        ? withId.head()
        : new Account(name, AccountArguments.number(name), Option.none(), Option.none(), false);
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
    if (hasSign && !run.script().exists(ShellScript::complete) && OF_ACCOUNTS.matcher(run.text()).find()) {
      reader.anyChanged();
    }
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
    String name = command.name().getOrElse("");
    switch (name) {
      case "useradd" -> created(command, true);
      case "adduser" -> created(command, false);
      case "usermod" -> changed(command);
      case "userdel", "deluser" -> removed(command);
      case "groupadd", "addgroup" -> groupCreated(command);
      case "groupmod" -> groupChanged(command);
      case "mkdir" -> made(command);
      case "chown" -> owned(command);
      case "chmod" -> {}
      default -> {
        if (mayChangeAny(command, name)) {
          anyChanged();
        }
      }
    }
  }

  /** Whether, as root, it may write the files that hold the accounts, or is a script whose words speak of users. */
  private boolean mayChangeAny(SimpleCommand command, String name) {
    boolean mayBeRoot = state.user().forAll(Account::isRoot) || command.changesUser();
    return mayBeRoot
        && (ACCOUNT_FILES.matcher(command.text()).find()
            || OF_ACCOUNTS.matcher(isScript(command, name) ? command.text() : name).find());
  }

  private static boolean isScript(SimpleCommand command, String name) {
    boolean isRunByPath = !name.isEmpty() && command.text().contains("/" + name);
    return isRunByPath
        || (SCRIPT.matcher(name).matches()
            && !command.arguments().headOption().exists(word -> SCRIPT_IN_WORD.matcher(word.text()).matches()));
  }

  /**
   * Two names are a user and a group that it is added to; a name that is taken is not created again. BusyBox gives a user
   * without a group one with the user's number, or fails ({@code passwd_study} in loginutils/adduser.c), and makes the home
   * of a system user too. Shadow's useradd gives a system user the usual home, and makes it if told to.
   */
  private void created(SimpleCommand command, boolean useradd) {
    AccountArguments arguments = AccountArguments.read(command, scope);
    if (arguments.names.size() != 1 || state.accounts().containsKey(arguments.names.head())) {
      return;
    }
    String name = arguments.names.head();
    Option<Integer> uid = command.mustRun() ? arguments.uid : Option.none();
    Option<Integer> gid = arguments.group.flatMap(this::gid);
    if (arguments.group.isEmpty() && (useradd || arguments.busybox) && !arguments.system) {
      gid = uid;
    }
    boolean hasUsualHome = useradd || arguments.busybox || !arguments.system;
    Option<String> home =
        arguments.home.orElse(() -> hasUsualHome && !arguments.unread ? Option.some("/home/" + name) : Option.none());
    boolean makesHome = useradd ? arguments.makesHome : hasUsualHome && !arguments.noHome;
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
    AccountArguments arguments = AccountArguments.read(command, scope);
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
    Vector<String> names = AccountArguments.read(command, scope).names;
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
    for (Account account : state.accounts().get(owner).toVector().appendAll(withId(owner, state))) {
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

  /** The accounts of this number; none where it is none. */
  private static Vector<Account> withId(String user, BuildState state) {
    Option<Integer> id = AccountArguments.number(user);
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
        : AccountArguments.number(group).orElse(() -> state.accounts().get(BuildState.GROUP + group).flatMap(Account::gid));
  }

  private void groupCreated(SimpleCommand command) {
    AccountArguments arguments = AccountArguments.read(command, scope);
    if (arguments.names.size() == 1) {
      Option<Integer> gid = arguments.group.flatMap(AccountArguments::number);
      state = state.withAccount(BuildState.group(arguments.names.head(), gid));
    }
  }

  /** A group with another number takes along those whose group it is; a name that is new changes no number. */
  private void groupChanged(SimpleCommand command) {
    AccountArguments arguments = AccountArguments.read(command, scope);
    if (arguments.group.isEmpty() && !arguments.unread) {
      return;
    }
    Option<Integer> before =
        arguments.names.size() == 1
            ? state.accounts().get(BuildState.GROUP + arguments.names.head()).flatMap(Account::gid)
            : Option.none();
    Option<Integer> now = command.mustRun() ? arguments.group.flatMap(AccountArguments::number) : Option.none();
    for (Account account : state.accounts().values()) {
      if (before.isEmpty() || account.gid().equals(before)) {
        Option<Integer> gid = before.flatMap(known -> now);
        state = state.withAccount(new Account(account.name(), account.uid(), gid, account.home(), account.homeExists()));
      }
    }
  }

  /** What changes accounts unseen leaves none of them known. */
  private void anyChanged() {
    for (Account account : state.accounts().values()) {
      state = state.withAccount(unknown(account.name()));
    }
  }
}
