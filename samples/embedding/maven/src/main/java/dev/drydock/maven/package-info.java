/**
 * Drydock as a Maven plugin: {@code drydock:check} fails a build whose Dockerfiles are not refitted, {@code
 * drydock:apply} refits them.
 */
package dev.drydock.maven;
