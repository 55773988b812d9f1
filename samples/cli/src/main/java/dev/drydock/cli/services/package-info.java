/**
 * Which Dockerfiles the services of a compose file and the targets of a bake file are built from.
 *
 * <pre>
 * Services    = compose.yaml | docker-bake.json → Service…, and what is to be said
 * ComposeFile : services, include, extends → Build by name
 * BakeFile    : groups, targets, inherits  → Build by name
 * Build       = what is written of a build, in one place or merged from several
 * Service     = Build, with its Dockerfile found within the Bounds and its Variables expanded
 * Yaml        : a value of a file that knows its line
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.cli.services;
