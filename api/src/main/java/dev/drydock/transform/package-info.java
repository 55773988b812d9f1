/** To be written. */
@org.jspecify.annotations.NullMarked
@dev.drydock.spi.ValueStyle
package dev.drydock.transform;
