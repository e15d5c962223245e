package io.musubi.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says what became of a long step when the process is told to end in the midst of it. Nothing needs to be done: a batch
 * is whole when it is committed, and what is not committed was never there.
 */
final class Interruption {
    private Interruption() {}

    /** Does {@code work}; while it does, {@code console} has something to say to who ends the process. */
    static <T> T during(Console console, Callable<T> work) throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!isOver.get()) {
                console.note(console.say(
                        "中断しました。確定した分は保存されています。同じコマンドをもう一度実行すれば、残りを取り込みます。",
                        "Stopped. What was committed is kept; run the same command again to take the rest."));
            }
        }));
        try {
            return work.call();
        } finally {
            isOver.set(true);
        }
    }
}
