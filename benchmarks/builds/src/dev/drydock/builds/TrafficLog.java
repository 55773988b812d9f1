package dev.drydock.builds;

import java.util.ArrayList;
import java.util.List;

/** Every request that the lab's servers answered, kept from the first to the last. */
final class TrafficLog {

    private final List<Traffic.Request> requests = new ArrayList<>();

    synchronized void add(Traffic.Request request) {
        requests.add(request);
    }

    /** A point in time, for {@link #since}. */
    synchronized int mark() {
        return requests.size();
    }

    synchronized Traffic since(int mark) {
        return new Traffic(requests.subList(mark, requests.size()));
    }
}
