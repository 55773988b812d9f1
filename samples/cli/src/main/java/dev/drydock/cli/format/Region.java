package dev.drydock.cli.format;

/**
 * A range of a text in lines and columns, both counted from 1; columns in UTF-16 code units.
 *
 * @param endColumn the column after the last character
 */
record Region(int line, int column, int endLine, int endColumn) {}
