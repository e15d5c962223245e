package io.musubi.cli;

import io.musubi.service.Doctor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code musubi doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Verify ledger, journal, graph and text index by their hashes; says what is damaged and what mends it. Changes",
            "nothing.",
            "台帳、ジャーナル、グラフ、検索索引をハッシュで検証し、破損があれば直し方を示します（変更はしません）。"
        },
        footer = {"", "Example: musubi doctor --data ./data"})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        Doctor.Report report = Doctor.examine(console.data(), console::progress);
        if (console.isJson()) {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("sound", report.isSound());
            out.put("state", report.state());
            out.put("lines", report.lines().stream().map(it -> it.en()).toList());
            console.json(out);
        } else {
            report.lines().forEach(it -> console.out(console.say(it)));
        }
        return report.isSound() ? ExitCode.OK : ExitCode.STORE;
    }
}
