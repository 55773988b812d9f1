/** The laws, tried on the algebra, on the built-in transforms and on the reader, over generated and real files. */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.law;
