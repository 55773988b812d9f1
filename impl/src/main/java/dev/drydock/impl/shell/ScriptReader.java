package dev.drydock.impl.shell;

import dev.drydock.spi.ShellBlock;

/** The readers of one text, which share a cursor. */
final class ScriptReader {

  final Cursor cursor;
  final ListReader lists;
  final CommandReader commands;
  final CompoundReader compounds;
  final TestReader tests;
  final WordReader words;
  final ExpansionReader expansions;
  final RedirectionReader redirections;
  final HeredocReader heredocs;

  ScriptReader(Cursor cursor) {
    this.cursor = cursor;
    this.lists = new ListReader(this, cursor);
    this.commands = new CommandReader(this, cursor);
    this.compounds = new CompoundReader(this, cursor);
    this.tests = new TestReader(this, cursor);
    this.words = new WordReader(this, cursor);
    this.expansions = new ExpansionReader(this, cursor);
    this.redirections = new RedirectionReader(this, cursor);
    this.heredocs = new HeredocReader(this, cursor);
  }

  /** Reads the text from its beginning to its end as one list. */
  void script(ShellBlock kind) {
    cursor.sink.open(kind, 0);
    lists.items();
    if (!cursor.atEnd()) {
      cursor.stop(cursor.pos, "unexpected " + cursor.here());
    }
    heredocs.finish();
    cursor.sink.close(cursor.end);
  }
}
