/**
 * The knowledge behind the language: an {@link dev.drydock.spi.Engine} that reads Dockerfiles and shell text, and
 * makes the built-in transforms. The module exports nothing; {@link java.util.ServiceLoader} finds it.
 *
 * <p>{@link dev.drydock.impl.DrydockEngine} holds no knowledge of its own. Each question goes to the one class that
 * answers it, and the three packages below know nothing of each other:
 *
 * <pre>
 * DrydockEngine
 *   read      Dockerfiles and the parts of instructions, as BuildKit reads them
 *   shell     shell text, as bash reads it
 *   caching   what the built-in transforms decide, on what the language exports to everybody
 *
 * text -> read -> kinds and offsets -> the language's own values
 * text -> shell -> commands and offsets -> the language's own values
 * values -> caching -> edits -> values
 * </pre>
 *
 * <p>The readers never make a value of the language: they report to a sink. The transforms never see the readers:
 * they are written as another team's would be.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl;
