/** How transforms are made, put together and taken apart. */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.transform;
