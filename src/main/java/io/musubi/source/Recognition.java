package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Text;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Finds the format of a file: each plan's units are tried on the beginning of the file until one is recognised.
 *
 * @param match the plan and encoding, if one fits
 * @param where where reading failed before anything was recognised
 * @param reason why it is unreadable, or what was looked for
 * @param isUnreadable whether it is not even well-formed
 */
record Recognition(Optional<Match> match, String where, Text reason, boolean isUnreadable) {
    /** How many units are looked at: a harvest may begin with deletions that show no format. */
    private static final int UNITS = 100;

    /**
     * A plan that fits.
     *
     * @param unit where its units begin in this file
     * @param encoding the encoding that made it fit
     */
    record Match(ReadingPlan plan, ReadingPlan.Unit unit, Encoding encoding) {}

    /** Tries {@code plans} in order, and the units that want to come last after all others. */
    static Recognition of(Input input, FileKind kind, List<ReadingPlan> plans) throws IOException {
        Optional<Trial> failed = Optional.empty();
        for (Match match : matches(kind, plans)) {
            Trial trial = trial(input, kind, match);
            if (trial.isRecognised) {
                return new Recognition(Optional.of(match), "", new Text("", ""), false);
            }
            failed = failed.isEmpty() && trial.reason.isPresent() ? Optional.of(trial) : failed;
        }
        return failed.isPresent()
                ? new Recognition(
                        Optional.empty(),
                        failed.get().where,
                        failed.get().reason.orElseThrow(),
                        true)
                : new Recognition(Optional.empty(), "", lookedFor(kind, plans), false);
    }

    private static List<Match> matches(FileKind kind, List<ReadingPlan> plans) {
        List<Match> matches = new ArrayList<>();
        for (boolean isLast : new boolean[] {false, true}) {
            for (ReadingPlan plan : plans) {
                for (ReadingPlan.Unit unit : plan.units()) {
                    if (unit.isLast() == isLast) {
                        kind.encodings().forEach(encoding -> matches.add(new Match(plan, unit, encoding)));
                    }
                }
            }
        }
        return matches;
    }

    private static Trial trial(Input input, FileKind kind, Match match) throws IOException {
        Trial trial = new Trial(match.unit());
        Opened head = new Opened(input);
        try {
            SourceReader.stream(head, kind, match, true, trial);
            if (head.isSpent()) {
                // What stops being well-formed there was only cut off by us.
                trial.reason = Optional.empty();
            }
        } catch (ZipException | EOFException e) {
            trial.unreadable("line 1", SourceReader.damaged(e));
        }
        return trial;
    }

    private static Text lookedFor(FileKind kind, List<ReadingPlan> plans) {
        List<String> tried = new ArrayList<>();
        for (ReadingPlan plan : plans) {
            for (ReadingPlan.Unit unit : plan.units()) {
                String at = unit.at().isEmpty() ? "." : String.join("/", unit.at());
                tried.add(plan.format() + " (" + at + ": " + unit.wanted() + ")");
            }
        }
        String syntax = kind.syntax().orElseThrow().name();
        String list = tried.isEmpty() ? "-" : String.join("; ", tried);
        return new Text(
                syntax + "ですが、知っている形式ではありません。探したもの: " + list, syntax + " of no known format. Looked for: " + list);
    }

    /** Tells {@code sink} why there is no match. */
    void tell(UnitSink sink) {
        if (isUnreadable) {
            sink.unreadable(where, reason);
        } else {
            sink.unknown(reason);
        }
    }

    /** Opens the beginning of a file. */
    private static final class Opened implements Opening {
        private final Input input;
        private boolean isSpent;

        Opened(Input input) {
            this.input = input;
        }

        @Override
        public InputStream open() throws IOException {
            return new Head(input.open(), this);
        }

        boolean isSpent() {
            return isSpent;
        }
    }

    /** Long enough for a unit that is too large and the next one: no trial reads a file of many gigabytes to its end. */
    private static final class Head extends FilterInputStream {
        private final Opened opened;
        private long left = 3 * Budget.BYTES;

        Head(InputStream in, Opened opened) {
            super(in);
            this.opened = opened;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = left <= 0 ? -1 : super.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            opened.isSpent |= left <= 0;
            return count;
        }
    }

    private static final class Trial implements Units {
        private final ReadingPlan.Unit wanted;
        private int seen;
        private boolean isRecognised;
        private String where = "";
        private Optional<Text> reason = Optional.empty();

        Trial(ReadingPlan.Unit wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean unit(Field unit, long line) {
            isRecognised = wanted.recognise().test(unit);
            return !isRecognised && ++seen < UNITS;
        }

        @Override
        public boolean unreadable(String at, Text why) {
            if (reason.isEmpty()) {
                where = at;
                reason = Optional.of(why);
            }
            return ++seen < UNITS;
        }
    }
}
