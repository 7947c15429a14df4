package org.linli.partner.proposal;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.FieldError;

import java.util.List;

/**
 * What a decision on a proposal depends on besides the proposal's state.
 *
 * @param call as it stands
 * @param missing what the proposal lacks for a submission
 * @param suspended why the partner may start nothing new in the call's street; absent where it may
 */
public record DecisionContext(
        CallStatus call, List<FieldError> missing, @Nullable String suspended) {}
