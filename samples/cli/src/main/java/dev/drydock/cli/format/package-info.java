/**
 * What was found in a fleet, for other programs to read.
 *
 * <p>A {@link dev.drydock.cli.format.Format} is told of each file in turn and writes it; there is one class for each. The
 * formats of other tools know places with a message, so there each note and each problem is an
 * {@link dev.drydock.cli.format.Annotation} first. Places are those of the text that was read, also where it is rewritten.
 *
 * <pre>
 * Formats        = the names that --format takes → Format
 * Format         = FleetFile × Rewrite … → bytes
 * JsonFormat     : all there is                         docs/formats.md has its schema
 * PatchFormat    : Rewrite → unified diff
 * CachesFormat   : Rewrite… → CacheMount by directory of the runner
 * HtmlFormat     : all there is, as one page            page.css, page.js
 *   FileCaches → CacheGroup → CachePicture, CacheTable  who shares what
 *   FileArticle  : the diff and the reasons of a file
 * Annotations    : Rewrite → Annotation…                Level, TextLines → Region, Replacement
 *   SarifFormat, GithubFormat, AnnotationArray (GitlabFormat, HadolintFormat) : Annotation… → as each of them has it
 * RepositoryPath : FleetFile → its path and URI, found once
 * Json           : how JSON is written everywhere
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.cli.format;
