/**
 * Reads shell text as bash does (POSIX XCU chapter 2, and the bash manual for what it adds).
 *
 * <pre>
 * ShellReader      entry
 *   ScriptReader   the readers of one text, which share a Cursor
 *     ListReader        a &amp;&amp; b; c | d
 *     CommandReader     simple commands, functions, redirections
 *     CompoundReader    if, for, while, case, ( ), { }, (( ))
 *     TestReader        [[ ]]
 *     WordReader        quotes and literals
 *     ExpansionReader   $x ${x} $(…) `…` $((…))
 *     HeredocReader     here-documents
 *   Runners        what a command runs in turn: sudo, env
 *     ScriptRunners     bash -c, su -c, eval, bash &lt;&lt;EOF
 * </pre>
 *
 * <p>Nesting is limited ({@link dev.drydock.impl.shell.Cursor}), every character is looked at a bounded number
 * of times, and each reader leaves the sink's calls balanced whatever it meets: after a stop the cursor is at
 * its end.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.shell;
