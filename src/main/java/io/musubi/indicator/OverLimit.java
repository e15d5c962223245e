package io.musubi.indicator;

import io.musubi.model.Text;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An indicator asked for more than it may have. */
public final class OverLimit extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text why;

    private OverLimit(Text why, @Nullable Throwable cause) {
        super(why.en(), cause);
        this.why = why;
    }

    static OverLimit time(Duration time, Throwable cause) {
        long seconds = time.toSeconds();
        return new OverLimit(
                new Text(
                        "計算が" + seconds + "秒の制限時間内に終わりませんでした。",
                        "The computation did not end within its limit of " + seconds + " seconds."),
                cause);
    }

    static OverLimit rows(int most) {
        return new OverLimit(
                new Text("結果が上限の" + most + "件を超えました。", "There are more than the " + most + " rows allowed."), null);
    }

    /** Why, for people. */
    public Text why() {
        return why;
    }
}
