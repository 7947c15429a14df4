package org.linli.partner.proposal;

import org.linli.platform.decision.RefusalReason;
import org.linli.platform.problem.FieldError;

import java.util.List;

/** Why a command on a proposal does nothing. */
public sealed interface Refusal extends RefusalReason {

    /** @param what would have become of it; @param state that it is in */
    record NotInThisState(String what, String state) implements Refusal {}

    /** @param missing all of it; @param closed whether the call takes nothing any more either */
    record Incomplete(List<FieldError> missing, boolean closed) implements Refusal {}

    /** The call takes no proposals, and no changes to them. */
    record CallNotOpen() implements Refusal {}

    /** The partner may start nothing new in the call's street. @param why as HQ gave it */
    record Suspended(String why) implements Refusal {}

    /** The call was taken back. */
    record CallCancelled() implements Refusal {}

    /** The call is open: a draft does not expire yet. */
    record CallStillOpen() implements Refusal {}
}
