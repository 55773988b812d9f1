package dev.drydock.impl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Values never change: every field is final and of a type that never changes, but for those that are listed. */
class ImmutabilityTest {

  /** The packages of the language, whose public types are values. */
  private static final String LANGUAGE = "dev\\.drydock\\.(dockerfile|shell|transform|caching)";

  /** The packages that decide. */
  private static final String DECISIONS = "dev\\.drydock\\.impl\\.caching(\\..*)?";

  /** Fields that may change, by class, and why nobody sees it. A field that is no longer one must leave the list. */
  private static final String LISTED =
      """
      What a view has read, which it keeps from then on: whoever asks gets the same instance.
      Instruction.parts SimpleCommand.words View.value

      What is found quickly and is equal each time, kept without a lock: nobody can tell whether it was found twice.
      Block.consequences Block.exit SimpleCommand.name SimpleCommand.span Source.signs Word.text

      Arrays, lists, sets and maps that are filled before the value is made, and that no method hands out.
      AccountArguments.OPTIONS AccountArguments.OPTIONS_OF_BUSYBOX Accounts.SIGNS ConstructIndex.slots Dockerfile.lines Dockerfile.offsets Effect.UsesNames.names LineDiff.after LineDiff.before
      LineDiff.hunks Lineage.origins Lineage.touched Occurrences.byStage Occurrences.first Occurrences.nearest PathHistory.byRun PathHistory.runs
      Rewrite.editsByNote Rewrite.parts SpokenPaths.runs StageGraph.bases StageGraph.byName StageGraph.detours
      StageGraph.certainRoots CopiedTrees.byTarget DownloadedScripts.byName
      StageGraph.first StageGraph.parents StageGraph.roots StageGraph.sizes Timeline.anywhere Timeline.entries
      TextPattern.signs TextPattern.texts Word.parts WordPart.Variable.argument

      The blocks and the words of a script: filled while it is read, and never changed afterwards.
      Block.complete Block.elements Block.end
      Element.after Element.afterEnd Element.afterStart Element.blocks Element.command Element.end
      Source.broken Source.mayExit WordTable.open WordTable.opened WordTable.parts WordTable.rows WordTable.size

      A description in the making, which is a builder.
      PackageManagerDescription.aliases PackageManagerDescription.caches PackageManagerDescription.moves

      What one command or one file is read with, word by word or instruction by instruction; what is made of it never changes.
      AccountArguments.group AccountArguments.home AccountArguments.makesHome AccountArguments.names
      AccountArguments.noHome AccountArguments.system AccountArguments.uid AccountArguments.unread
      Accounts.state BuildStates.Walk.changed BuildStates.Walk.state

      What one run of a transform has found out, kept for its next question; the object lives no longer than the run.
      Answers.known Argument.place Argument.plain Argument.value CachesLeft.known Configuration.found FileFacts.answers FileFacts.calling
      FileFacts.configurations FileFacts.containerCommandsWith FileFacts.copiesInto FileFacts.images
      FileFacts.instructionsMatching FileFacts.instructionsSaying FileFacts.instructionsWith FileFacts.mountingWithin
      FileFacts.mountsWithin FileFacts.readingCache FileFacts.stageReadersOf FileFacts.variableDirectories
      Conducts.byInvocation Invocation.knownCall Invocation.program PathHistory.occurrences PathHistory.removals
      RunFacts.assignedPaths RunFacts.calls RunFacts.conducts RunFacts.home RunFacts.invocations RunFacts.mountPoints
      RunFacts.removable RunFacts.spoken
      RunFacts.unset SpokenText.paths Timeline.histories UnmountedRuns.known

      What a plan is made of, and the decisions so far, while it is made.
      Planning.configuring Planning.decided Planning.runs Planning.steps

      What a plan collects of the defeaters of one RUN before it cuts them.
      DefeaterRemoval.Cutting.findings DefeaterRemoval.Cutting.gone DefeaterRemoval.Cutting.removals
      DefeaterRemoval.Gone.replaced DefeaterRemoval.Gone.whole DefeaterRemoval.Gone.words DefeaterRemoval.findings

      What programs and configurations are found by, made once for all files.
      CacheSwitches.NAMES CallInText.KNOWN KnownPrograms.addresses KnownPrograms.byName KnownPrograms.files KnownPrograms.valueOptions Concealed.EVALUATORS Configuration.DECIDES_BUILDS Configuration.WRITES Interpreters.NAMES
      Interpreters.VERSIONED Objections.TO_CACHE Objections.TO_CALL Objections.TO_LOCATION Objections.TO_RUN
      PackageCall.MAY_BE PipenvClear.NAMES TouchedPaths.FILL TouchedPaths.MAKE_NOTHING
      SettingNames.KNOWN ProgramNames.COMPILED ProgramNames.KNOWN Programs.CACHE_OPTIONS Programs.READERS
      Programs.USES_NOTHING WrongMount.FAULTS

      What was found for the names that were asked for lately: the same for each name, whoever asks.
      Recent.Entry.answer Recent.entries Recent.finding

      Functions, none of which remembers anything but what the file says.
      AptArchives.CONFIGURES AptConfigurations.CONCERNS Argument.values CacheUsedInPlace.objections
      CachesLeft.paths Described.function Invocation.values RunFacts.image RunFacts.keywordCase
      """;

  private static final Pattern FIELD = Pattern.compile("^[A-Z][\\w.]*\\.\\w+$");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(location -> !location.asURI().toString().startsWith(here()))
          .importPackages("dev.drydock");

  private static String here() {
    return ImmutabilityTest.class.getProtectionDomain().getCodeSource().getLocation().toString();
  }

  @Test
  void theFieldsThatMayChangeAreThoseThatAreListed() {
    List<JavaClass> values = ALL.stream().filter(type -> isValue(type) || type.getPackageName().matches(DECISIONS)).toList();
    assertThat(values).as("the values of the language, and what decides").hasSizeGreaterThan(100);
    var found = MutableFields.of(values);
    assertThat(found.keySet()).as("%s", found).isEqualTo(listed());
  }

  private static Set<String> listed() {
    return LISTED.lines()
        .flatMap(line -> Pattern.compile(" ").splitAsStream(line))
        .filter(word -> FIELD.matcher(word).matches())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A public type of the language, or what extends or implements one. */
  private static boolean isValue(JavaClass type) {
    return isPublic(type)
        || type.getAllRawSuperclasses().stream().anyMatch(ImmutabilityTest::isPublic)
        || type.getAllRawInterfaces().stream().anyMatch(ImmutabilityTest::isPublic);
  }

  private static boolean isPublic(JavaClass type) {
    return type.getPackageName().matches(LANGUAGE)
        && type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.isAssignableTo(Throwable.class);
  }

  /** A value in nothing but its name. */
  @SuppressWarnings({"unused", "NonApiType"})
  private static final class Changeable {
    private String notFinal = "";
    private final ArrayList<String> list = new ArrayList<>();
    private final HashMap<String, String> map = new HashMap<>();
    private final List<String> copied = List.of();
    private final int[] array = {1};
    private final Vector<StringBuilder> builders = Vector.empty();
    private final Option<? extends int[]> perhaps = Option.none();
    private final Object any = "";
    private final Held held = new Held();
    private final Vector<Deeper> deeper = Vector.empty();
    private final Shape shape = new Shape.Open(new ArrayList<>());
  }

  @SuppressWarnings("unused")
  private static final class Held {
    private int counter;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Deeper(char[] text) {}

  private sealed interface Shape {
    record Open(ArrayList<String> corners) implements Shape {}
  }

  private enum Colour {
    RED
  }

  private record Constant(String text, int number, Colour colour, Vector<Option<Pattern>> patterns, Option<Constant> next) {}

  @Test
  void aMutableTypeIsFoundWhereverItHides() {
    JavaClasses all = new ClassFileImporter().importPackages(ImmutabilityTest.class.getPackageName());
    String own = "ImmutabilityTest.";
    assertThat(MutableFields.of(List.of(all.get(Changeable.class))).keySet())
        .containsExactlyInAnyOrder(
            own + "Changeable.notFinal",
            own + "Changeable.list",
            own + "Changeable.map",
            own + "Changeable.copied",
            own + "Changeable.array",
            own + "Changeable.builders",
            own + "Changeable.perhaps",
            own + "Changeable.any",
            own + "Held.counter",
            own + "Deeper.text",
            own + "Shape.Open.corners");
    assertThat(MutableFields.of(List.of(all.get(Constant.class)))).isEmpty();
  }
}
