package org.onrecord.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What processes and their children have spent on processors so far.
 *
 * @param spent by process id
 */
record ProcessorTime(Map<Long, Duration> spent) {

    static ProcessorTime of(List<ProcessHandle> processes) {
        return new ProcessorTime(processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .collect(Collectors.toMap(
                        ProcessHandle::pid,
                        process -> process.info().totalCpuDuration().orElse(Duration.ZERO),
                        (one, same) -> one)));
    }

    /** What those that are still there have spent since; a child of a server may have ended and taken its sum along. */
    Duration since(ProcessorTime before) {
        return spent.entrySet().stream()
                .map(each -> each.getValue().minus(before.spent.getOrDefault(each.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
