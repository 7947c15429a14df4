package org.linli.local.suite;

/** Ends a private suite when its work is over, and also on Ctrl-C. */
public final class SuiteGuard implements AutoCloseable {
    private final Suite suite;
    private final Thread hook;

    private SuiteGuard(Suite suite) {
        this.suite = suite;
        this.hook = new Thread(suite::down, "end the suite");
    }

    public static SuiteGuard of(Suite suite) {
        SuiteGuard guard = new SuiteGuard(suite);
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException hookIsRunning) {
            return;
        }
        suite.down();
    }
}
