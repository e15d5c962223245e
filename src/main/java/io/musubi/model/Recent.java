package io.musubi.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps the entries used last, and only so many. Not for several threads. */
public final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    /**
     * An empty one.
     *
     * @param most entries kept
     */
    public Recent(int most) {
        super(256, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
