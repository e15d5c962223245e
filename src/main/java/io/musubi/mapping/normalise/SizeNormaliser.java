package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.Optional;
import java.util.function.Function;

/** A number of bytes out of a {@link Size}, as an xsd:nonNegativeInteger. */
final class SizeNormaliser implements Normaliser {
    private final String name;
    private final Text about;
    private final Function<Size, Optional<Long>> part;

    private SizeNormaliser(String name, Text about, Function<Size, Optional<Long>> part) {
        this.name = name;
        this.about = about;
        this.part = part;
    }

    /** The size of one file; refuses rough sizes without a word. */
    static SizeNormaliser exact() {
        return new SizeNormaliser(
                "bytes",
                new Text("一つに定まるデータ量のバイト数（KBは1000、KiBは1024）", "The bytes of a single size (KB is 1000, KiB 1024)"),
                size -> size.isExact() ? size.min() : Optional.empty());
    }

    /** The least a rough size can be. */
    static SizeNormaliser min() {
        return new SizeNormaliser(
                "size-min", new Text("概略データ量の下限のバイト数", "The lower bound of a rough size, in bytes"), Size::min);
    }

    /** The most a rough size can be. */
    static SizeNormaliser max() {
        return new SizeNormaliser(
                "size-max", new Text("概略データ量の上限のバイト数", "The upper bound of a rough size, in bytes"), Size::max);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Text about() {
        return about;
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        Optional<Size> size = Size.read(text);
        if (size.isEmpty() && Size.isOfSomethingElse(text)) {
            return Result.silent();
        }
        if (size.isEmpty()) {
            return Result.refused(
                    Severity.INFO,
                    new Text("データ量（例 1.8KB、10-100GB、>100GB）", "An amount of data, such as 1.8KB, 10-100GB or >100GB"),
                    new Text("数値と単位（KB、MB、GB、TB）で書いてください。", "Write a number and a unit (KB, MB, GB, TB)."));
        }
        return part.apply(size.get())
                .map(bytes -> Result.value(bytes.toString()))
                .orElseGet(Result::silent);
    }
}
