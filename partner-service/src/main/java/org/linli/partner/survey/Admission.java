package org.linli.partner.survey;

/** How a person is let in once. */
public enum Admission {
    /** By a code from a printed sheet that the branch hands out, one a person; no sign-in. */
    CODE,
    /** Signed in as a resident of the branch. */
    RESIDENT
}
