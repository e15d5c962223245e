package io.musubi.bench;

import io.musubi.mapping.Crosswalks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads and maps a delivery in a process of its own, whose heap is {@value #HEAP}: whatever the size, it must fit. */
final class SmallHeap {
    private static final String HEAP = "-Xmx256m";

    private SmallHeap() {}

    /**
     * What a process of its own said.
     *
     * @param records mapped
     * @param peakMegabytes the most that was still in use after a collection; 0 when there was none
     */
    record Outcome(long records, long peakMegabytes) {}

    /** Starts the process and waits for it. */
    static Outcome map(Path home, Delivery delivery) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(HEAP, "-Xss4m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                SmallHeap.class.getName(), home.toString(), delivery.file().toString()));
        command.add(delivery.crosswalk().format());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("With " + HEAP + ": " + said);
        }
        String[] numbers = said.substring(said.lastIndexOf('\n') + 1).split(" ", 2);
        return new Outcome(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    /** The process: home, file, format. */
    public static void main(String[] args) throws IOException {
        PeakHeap peak = new PeakHeap();
        Delivery delivery = Delivery.of(Path.of(args[1]), Crosswalks.load(Path.of(args[0])), args[2]);
        long records = delivery.map(record -> {});
        System.out.println(records + " " + (peak.bytes() >> 20));
    }
}
