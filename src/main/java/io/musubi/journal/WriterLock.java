package io.musubi.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right of one process to write something. The operating system gives it back when the process ends, however it
 * ends; the file's text only tells others who holds it.
 */
public final class WriterLock implements AutoCloseable {
    /** Locks of this process. Asked first: closing a second channel on a POSIX system would drop the lock. */
    private static final Map<Path, String> OURS = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private WriterLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @param folder made when it is missing
     * @param name the lock file's name in it; made when it is missing, never deleted
     * @throws HeldException when somebody holds it, in this process or another
     */
    public static WriterLock take(Path folder, String name) {
        try {
            Path file = Files.createDirectories(folder).toRealPath().resolve(name);
            String holder = describe();
            String other = OURS.putIfAbsent(file, holder);
            if (other != null) {
                throw new HeldException(file, other);
            }
            return lock(file, holder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + name + " in " + folder, e);
        }
    }

    private static WriterLock lock(Path file, String holder) throws IOException {
        boolean taken = false;
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new HeldException(file, read(channel));
            }
            channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            taken = true;
            return new WriterLock(file, channel, lock);
        } finally {
            if (!taken) {
                OURS.remove(file);
                channel.close();
            }
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(4096);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    }

    private static String describe() {
        String command = System.getProperty("sun.java.command", "java").split("\\R", 2)[0];
        return "process " + ProcessHandle.current().pid() + " on " + host() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ": "
                + command.substring(0, Math.min(command.length(), 200));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this host";
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release " + file, e);
        } finally {
            OURS.remove(file);
        }
    }
}
