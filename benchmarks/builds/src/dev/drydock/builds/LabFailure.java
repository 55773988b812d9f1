package dev.drydock.builds;

/** The lab itself could not go on: nothing is shown by that, one way or the other. */
final class LabFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LabFailure(String message) {
        super(message);
    }
}
