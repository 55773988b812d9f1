package dev.drydock.impl.law;

import dev.drydock.laws.ReadingLaws;

/** The reader loses nothing. */
class ReadingLawsTest implements ReadingLaws {}
