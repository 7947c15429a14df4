package org.linli.platform.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A list whose reading was given up at the first item too many. */
public final class TooManyItems extends DatabindException {

    private final int most;

    public TooManyItems(JsonParser json, int most) {
        super(json, "more than " + most + " items");
        this.most = most;
    }

    int most() {
        return most;
    }
}
