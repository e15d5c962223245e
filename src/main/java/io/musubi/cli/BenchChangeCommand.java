package io.musubi.cli;

import io.musubi.bench.ChangeBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code musubi bench change}. */
@Command(
        name = "change",
        mixinStandardHelpOptions = true,
        description = {
            "Change invented records night by night under a running server (one in 100 is changed, one in 500 deleted): disk"
                    + " by part, beside the same store built afresh, and the longest wait of a reader.",
            "サーバーを動かしたまま、架空のレコードを毎晩変更します（1％を更新、0.2％を削除）。ディスク使用量を、同じ内容を新しく作り直した場合と比べ、利用者の最長の待ち時間も測ります。"
        },
        footer = {"", "Example: musubi bench change --records 100000 --nights 30"})
final class BenchChangeCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--records", description = BenchCommand.RECORDS)
    private int records = 100_000;

    @Option(names = "--nights", description = "How many (default ${DEFAULT-VALUE}).")
    private int nights = 30;

    @Option(
            names = "--floor",
            paramLabel = "MB",
            description =
                    "A graph that has grown by less is not built anew (default ${DEFAULT-VALUE}, as in a server).")
    private long floor = 512;

    @Option(names = "--seed", description = BenchCommand.SEED)
    private long seed = 1;

    @Override
    public Integer call() throws Exception {
        ChangeBench bench = new ChangeBench(records, nights, floor << 20, seed);
        return BenchCommand.print(console, bench.run(Home.folder(), console::progress));
    }
}
