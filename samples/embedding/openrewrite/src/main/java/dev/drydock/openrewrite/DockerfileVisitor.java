package dev.drydock.openrewrite;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.docker.DockerParser;
import org.openrewrite.docker.tree.Docker;
import org.openrewrite.text.PlainText;
import org.openrewrite.tree.ParseError;

/**
 * Runs a transform over a Dockerfile, whether OpenRewrite read it as one or as plain text.
 *
 * <p>The transform works on the text. What comes out is read again by OpenRewrite's own parser, so that recipes which
 * follow see a tree; where that parser does not give the text back as it was, the file goes on as plain text.
 */
final class DockerfileVisitor extends TreeVisitor<Tree, ExecutionContext> {

  private final Transform transform;
  private final NoteTable notes;

  DockerfileVisitor(Transform transform, NoteTable notes) {
    this.transform = transform;
    this.notes = notes;
  }

  @Override
  public boolean isAcceptable(SourceFile file, ExecutionContext context) {
    return file instanceof Docker.File
        || ((file instanceof PlainText || file instanceof ParseError) && isDockerfile(file.getSourcePath()));
  }

  @Override
  public Tree visit(Tree tree, ExecutionContext context) {
    SourceFile file = (SourceFile) tree;
    Rewrite rewrite = transform.apply(Dockerfile.parse(file.printAll()));
    if (context.getCycle() == 1) {
      rewrite.notes().forEach(note -> notes.add(context, file.getSourcePath(), note));
    }
    return rewrite.changed() ? changed(file, rewrite.after().text(), context) : tree;
  }

  private static SourceFile changed(SourceFile file, String text, ExecutionContext context) {
    if (file instanceof PlainText plain) {
      return plain.withText(text);
    }
    return read(file, text, context).orElseGet(() -> plain(file, text));
  }

  /** The text as a tree in the place of the file; nothing where the tree would print as another text. */
  private static Optional<SourceFile> read(SourceFile file, String text, ExecutionContext context) {
    Parser.Input input = Parser.Input.fromString(file.getSourcePath(), text, file.getCharset());
    return DockerParser.builder()
        .build()
        .parseInputs(List.of(input), null, context)
        .filter(Docker.File.class::isInstance)
        .findFirst()
        .filter(read -> read.printAll().equals(text))
        .map(Docker.File.class::cast)
        .<SourceFile>map(
            read ->
                read.withId(file.getId())
                    .withMarkers(file.getMarkers())
                    .withSourcePath(file.getSourcePath())
                    .withFileAttributes(file.getFileAttributes())
                    .withCharsetBomMarked(file.isCharsetBomMarked()));
  }

  private static SourceFile plain(SourceFile file, String text) {
    return PlainText.builder()
        .id(file.getId())
        .sourcePath(file.getSourcePath())
        .markers(file.getMarkers())
        .fileAttributes(file.getFileAttributes())
        .charsetName(file.getCharset() == null ? null : file.getCharset().name())
        .charsetBomMarked(file.isCharsetBomMarked())
        .text(text)
        .build();
  }

  /** The usual names; what OpenRewrite has read as a Dockerfile is one whatever its name. */
  static boolean isDockerfile(Path path) {
    String name = path.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("dockerfile")
        || lower.equals("containerfile")
        || lower.endsWith(".dockerfile")
        || (name.startsWith("Dockerfile.") && !lower.endsWith(".dockerignore") && !lower.endsWith(".md"));
  }
}
