/**
 * Reads Dockerfiles as BuildKit does. Where a comment here names a file, it is BuildKit's, and that file is the
 * rule's source of truth.
 *
 * <p>Text flows one way:
 *
 * <pre>
 * source -> ConstructReader -> constructs            lines and their ends only; the hot path
 * text   -> InstructionReader -> parts               LogicalLine, CommandSplit, arguments, heredocs
 * value  -> MountReader -> fields                    CsvRecord
 * word   -> WordExpander -> text                     ShellLexer
 * source -> ProblemFinder -> problems                LineRules, InstructionRules and those they name
 * </pre>
 *
 * <p>What is read:
 *
 * <pre>
 * source       = [BOM] construct*
 * construct    = directive | comment | blank line | instruction
 * instruction  = logical line, heredoc body*
 * logical line = physical line, (escape, (comment | blank line)*, physical line)*
 * joined line  = keyword, flag*, arguments            all lines of a logical line, nothing between them
 * arguments    = exec form | text | words | names and values | instruction
 * </pre>
 *
 * <p>Every reader is total: what BuildKit refuses is read as far as it goes, and {@code ProblemFinder} says what
 * is wrong. None recurses, and each costs time linear in its text.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.read;
