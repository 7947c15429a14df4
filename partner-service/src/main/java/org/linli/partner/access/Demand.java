package org.linli.partner.access;

/** What a route asks of a machine. A person with the route's role is asked nothing more. */
sealed interface Demand {

    /** Everybody may call it. */
    record Nothing() implements Demand {}

    /** A person does this. */
    record Person() implements Demand {}

    record Granted(AccessScope scope) implements Demand {}
}
