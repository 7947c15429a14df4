package org.linli.partner.survey;

import io.swagger.v3.oas.annotations.media.Schema;

/** How a person is let in once. */
@Schema(name = "Admission")
public enum Admission {
    /** By a code from a printed sheet that the branch hands out, one a person; no sign-in. */
    CODE,
    /** Signed in as a resident of the branch. */
    RESIDENT
}
