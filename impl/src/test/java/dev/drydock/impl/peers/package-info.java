/**
 * Other programs that add cache mounts, beside Drydock: both rewrite the same files, and the same checks judge what came
 * out. {@code benchmarks/peers/run} runs it and writes {@code docs/peers.md}.
 *
 * <pre>
 * Tree      many Dockerfiles, each in a folder of its own
 * Rewriter  a program that rewrites a tree in place
 * Pairing   a file before and after, instruction by instruction
 * Check     a question about a pairing; Checks.ALL has them all
 * Verdict   what the checks found in a rewritten tree
 * Race      the time that whole processes take
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.peers;
