package dev.drydock.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was asked for over the link, in order. */
record Traffic(List<Request> requests) {

    /** {@code PACKAGE} is a file of another registry than apt's and Python's. */
    enum Kind { LISTS, DEB, WHEEL, PACKAGE, INDEX }

    /** One answered request: by which tool, for what, with how many bytes in the answer's body. */
    record Request(String tool, Kind kind, String name, int status, long bytes) {}

    Traffic {
        requests = List.copyOf(requests);
    }

    long bytes(Kind kind) {
        return of(kind).stream().mapToLong(Request::bytes).sum();
    }

    long bytes() {
        return requests.stream().mapToLong(Request::bytes).sum();
    }

    /** How many answers carried a file of that kind: one that says "not modified" carries none. */
    long files(Kind kind) {
        return of(kind).stream().filter(request -> request.status() == 200).count();
    }

    /** The files of that kind that were fetched, each with its tool, in order. */
    List<String> names(Kind kind) {
        return of(kind).stream().filter(request -> request.status() == 200).map(request -> request.tool() + " " + request.name()).toList();
    }

    /** The packages that one tool fetched more than once, with how often. */
    Map<String, Long> repeated(Kind kind) {
        Map<String, Long> counts = names(kind).stream().collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        counts.values().removeIf(count -> count == 1);
        return counts;
    }

    Traffic and(Traffic next) {
        List<Request> all = new ArrayList<>(requests);
        all.addAll(next.requests);
        return new Traffic(all);
    }

    static Traffic none() {
        return new Traffic(List.of());
    }

    private List<Request> of(Kind kind) {
        return requests.stream().filter(request -> request.kind() == kind).toList();
    }
}
