package org.linli.local.gateway;

/** The machines of the one-machine suite: rights of clerk, head and HQ in every unit. */
public final class Clients {
    public static final String CLERK = "runner-clerk";
    public static final String HEAD = "runner-head";
    public static final String HQ = "runner-hq";

    private Clients() {}
}
