package dev.drydock.impl.caching.plan;

import dev.drydock.dockerfile.Run;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.CacheUse;
import dev.drydock.impl.caching.rule.Defeater;
import dev.drydock.impl.caching.rule.Dropped;
import dev.drydock.impl.caching.rule.Finding;
import dev.drydock.impl.caching.rule.Stuck;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Takes the defeaters of a RUN out of it, those of all package managers at one time. */
final class DefeaterRemoval {

  /** One defeater that is to go, as it stands once those before it have gone. */
  private record Removal(Decision decision, Defeater defeater, String subject) {}

  /** What is to go of one command. */
  private static final class Gone {
    private final Set<Word> words = new HashSet<>();
    private final Map<Word, String> replaced = new HashMap<>();
    private boolean whole;

    private boolean has(Word word) {
      return words.contains(word) || replaced.containsKey(word);
    }
  }

  private final Run run;
  private final IdentityHashMap<Decision, List<Finding>> findings = new IdentityHashMap<>(4);

  private DefeaterRemoval(Run run) {
    this.run = run;
  }

  static DefeaterRemoval nothing(Run run) {
    return new DefeaterRemoval(run);
  }

  /** The removal from a RUN that has the mounts of the plan already, and the commands of the plan's RUN. */
  static DefeaterRemoval of(FileFacts file, RunPlan plan, Run mounted) {
    IdentityHashMap<Decision, List<Finding>> findings = new IdentityHashMap<>(4);
    List<Removal> removals = new ArrayList<>();
    Map<Invocation, Gone> gone = new LinkedHashMap<>();
    for (Decision decision : plan.decisions().filter(decision -> decision.paths().nonEmpty())) {
      Vector<Defeater> defeaters = Defeater.of(file, decision.run(), decision.manager(), decision.paths());
      Vector<Finding> doubts =
          defeaters
              .distinctBy(defeater -> Tuple.of(defeater.invocation(), defeater.words()))
              .flatMap(
                  defeater ->
                      CacheUse.doubt(file, decision.run(), decision.manager(), decision.paths(), defeater.subject()));
      if (doubts.isEmpty()) {
        for (Defeater defeater : defeaters) {
          Option<String> other = defeater.besides(file, decision.run(), plan.mounted(), plan.before());
          if (other.isEmpty()) {
            add(decision, defeater, removals, gone);
          } else {
            findings
                .computeIfAbsent(decision, key -> new ArrayList<>())
                .add(Stuck.needed(defeater, other.get()));
          }
        }
      } else {
        findings.put(decision, doubts.toJavaList());
      }
    }
    if (removals.isEmpty()) {
      DefeaterRemoval kept = new DefeaterRemoval(mounted);
      kept.findings.putAll(findings);
      return kept;
    }
    return new Cutting(plan.run(), mounted, removals, gone, findings).cut();
  }

  private static void add(
      Decision decision, Defeater defeater, List<Removal> removals, Map<Invocation, Gone> all) {
    Gone gone = all.computeIfAbsent(defeater.invocation(), key -> new Gone());
    Vector<Argument> words = defeater.words().filter(argument -> !gone.has(argument.word()));
    if (gone.whole || (words.isEmpty() && !defeater.words().isEmpty())) {
      return;
    }
    boolean left =
        defeater.targets().exists(target -> !gone.words.contains(target.word()) && !words.contains(target));
    boolean whole = defeater.words().isEmpty() || (defeater.targets().nonEmpty() && !left);
    String subject = whole ? subject(defeater.invocation(), gone) : words.map(Argument::text).mkString(" ");
    removals.add(new Removal(decision, defeater, subject));
    gone.whole = whole;
    for (Argument argument : words) {
      if (gone.replaced.isEmpty() && defeater.instead().isDefined()) {
        gone.replaced.put(argument.word(), defeater.instead().get());
      } else {
        gone.words.add(argument.word());
      }
    }
  }

  /** The command as it stands once the words that have gone are out of it. */
  private static String subject(Invocation invocation, Gone gone) {
    return gone.words.isEmpty()
        ? invocation.firstLine()
        : FirstLine.of(
            invocation.words().filter(argument -> !gone.words.contains(argument.word())).map(Argument::text).mkString(" "));
  }

  Run run() {
    return run;
  }

  /** What there is to say of the defeaters of one decision. */
  Vector<Finding> findings(Decision decision) {
    return Vector.ofAll(findings.getOrDefault(decision, List.of()));
  }

  /** The cut itself, made on the RUN that has its mounts. */
  private record Cutting(
      RunFacts facts,
      Run mounted,
      List<Removal> removals,
      Map<Invocation, Gone> gone,
      IdentityHashMap<Decision, List<Finding>> findings) {

    DefeaterRemoval cut() {
      Option<Run> replaced = replaced();
      Run before = replaced.getOrElse(mounted);
      Map<Invocation, SimpleCommand> commands = commands(before);
      Map<SimpleCommand, Vector<Word>> parts = new LinkedHashMap<>();
      gone.forEach(
          (invocation, parting) -> {
            SimpleCommand command = Objects.requireNonNull(commands.get(invocation));
            Vector<Word> words = parting.whole ? Vector.empty() : words(invocation, command, parting.words::contains);
            if (parting.whole || words.nonEmpty()) {
              parts.put(command, words);
            }
          });
      Tuple2<Run, Vector<SimpleCommand>> without = before.without(parts);
      Set<SimpleCommand> left = new HashSet<>(without._2.asJava());
      gone.forEach(
          (invocation, parting) -> {
            if (replaced.isEmpty() && !parting.replaced.isEmpty()) {
              left.add(Objects.requireNonNull(commands.get(invocation)));
            }
          });
      DefeaterRemoval result = new DefeaterRemoval(without._1);
      result.findings.putAll(findings);
      for (Removal removal : removals) {
        SimpleCommand command = Objects.requireNonNull(commands.get(removal.defeater.invocation()));
        boolean stuck = left.contains(command);
        result
            .findings
            .computeIfAbsent(removal.decision, key -> new ArrayList<>())
            .add(
                stuck
                    ? Stuck.of(removal.subject, removal.defeater)
                    : Dropped.of(removal.subject, removal.defeater));
      }
      return result;
    }

    /** The RUN with other words in the place of some; none where they cannot be written there. */
    private Option<Run> replaced() {
      List<ScriptEdit> edits = new ArrayList<>();
      Map<Invocation, SimpleCommand> commands = commands(mounted);
      for (Map.Entry<Invocation, Gone> entry : gone.entrySet()) {
        SimpleCommand command = Objects.requireNonNull(commands.get(entry.getKey()));
        for (Map.Entry<Word, String> replaced : entry.getValue().replaced.entrySet()) {
          for (Word word : words(entry.getKey(), command, replaced.getKey()::equals)) {
            edits.add(ScriptEdit.replace(word, replaced.getValue()));
          }
        }
      }
      return edits.isEmpty()
          ? Option.some(mounted)
          : mounted.edit(edits.stream().reduce(ScriptEdit.none(), ScriptEdit::and));
    }

    /** The commands of a RUN that has its mounts: the same as those of the plan's RUN, in the same order. */
    private Map<Invocation, SimpleCommand> commands(Run run) {
      Vector<SimpleCommand> now = facts.scriptOf(run).map(ShellScript::commands).getOrElse(Vector.empty());
      Map<Invocation, SimpleCommand> commands = new HashMap<>();
      facts.invocations().forEachWithIndex((invocation, index) -> commands.put(invocation, now.get(index)));
      return commands;
    }

    private static Vector<Word> words(Invocation invocation, SimpleCommand command, Predicate<Word> wanted) {
      return command
          .parts()
          .zipWithIndex()
          .filter(part -> wanted.test(invocation.command().parts().get(part._2)))
          .map(Tuple2::_1);
    }
  }
}
