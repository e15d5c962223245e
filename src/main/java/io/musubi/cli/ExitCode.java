package io.musubi.cli;

/** What the program's exit tells scripts. */
final class ExitCode {
    static final int OK = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;
    static final int STORE = 4;

    /** Of a server that the launcher is to start again. */
    static final int START_AGAIN = 75;

    private ExitCode() {}
}
