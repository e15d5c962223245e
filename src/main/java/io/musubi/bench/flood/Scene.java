package io.musubi.bench.flood;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A server, those who watch it, and what is told of each part of the flood. */
final class Scene {
    private static final int LONGEST = 160;
    private static final int SHOWN = 5;

    private final Target target;
    private final Probe health;
    private final Probe pages;
    private final Consumer<String> out;

    Scene(Target target, Probe health, Probe pages, Consumer<String> out) {
        this.target = target;
        this.health = health;
        this.pages = pages;
        this.out = out;
    }

    /**
     * Lets clients ask, and tells how it went.
     *
     * @param atOnce so many of them
     * @param seconds each has to end within
     * @return whether all did, in words, and the server is still there
     */
    boolean play(String name, List<Callable<Ending>> asked, int atOnce, int seconds) throws IOException {
        if (asked.isEmpty()) {
            return true;
        }
        health.restart();
        pages.restart();
        List<Ending> endings = endings(asked, atOnce);
        out.accept("== " + name + ": " + endings.size() + (target.isAlive() ? "" : "  THE SERVER IS GONE"));
        endings.stream()
                .collect(Collectors.groupingBy(Ending::how, TreeMap::new, Collectors.toList()))
                .forEach(this::tell);
        List<Ending> bad = endings.stream()
                .filter(it -> it.millis() > seconds * 1000L
                        || it.how().startsWith("500")
                        || it.how().contains("without"))
                .toList();
        bad.stream().limit(SHOWN).forEach(it -> out.accept("   BAD " + line(it)));
        out.accept("   " + health.told());
        out.accept("   " + pages.told());
        out.accept("   heap after collections at most " + target.mostHeap() + " MB so far");
        return bad.isEmpty() && target.isAlive();
    }

    private void tell(String how, List<Ending> endings) {
        Map<String, Long> kinds =
                endings.stream().collect(Collectors.groupingBy(Ending::kind, TreeMap::new, Collectors.counting()));
        Ending longest =
                endings.stream().max(Comparator.comparingLong(Ending::millis)).orElseThrow();
        out.accept("   %5d %s, longest %d ms (%s)".formatted(endings.size(), how, longest.millis(), longest.kind()));
        if (kinds.size() > 1) {
            out.accept("         " + String.join(" ", kinds.keySet()));
        }
    }

    private static String line(Ending ending) {
        String query = ending.query().replaceAll("PREFIX [^\n]*\n", "").replaceAll("\\s+", " ");
        return ending.kind() + ": " + ending.how() + " after " + ending.millis() + " ms: "
                + query.substring(0, Math.min(query.length(), ending.kind().equals("generated") ? 3000 : LONGEST));
    }

    private static List<Ending> endings(List<Callable<Ending>> asked, int atOnce) {
        List<Ending> endings = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            CompletionService<Ending> done = new ExecutorCompletionService<>(threads);
            asked.forEach(done::submit);
            for (int i = 0; i < asked.size(); i++) {
                endings.add(done.take().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client of ours failed", e.getCause());
        }
        return endings;
    }
}
