package dev.drydock.builds;

/** One build: its image, how it went, and what was fetched while it ran. */
record Build(String image, Command.Outcome outcome, Traffic traffic) {

    boolean succeeded() {
        return outcome.exit() == 0;
    }

    double seconds() {
        return outcome.time().toMillis() / 1000.0;
    }

    Build orFail() {
        if (!succeeded()) {
            throw new LabFailure(image + " was not built:\n" + outcome.tail(40));
        }
        return this;
    }
}
