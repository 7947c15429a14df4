/**
 * Community partners: how they come in, what is agreed, which rooms they use and what they give back.
 *
 * <p>In: {@code linli.company.unit.registered.v1} and {@code .changed.v1}. Out: the topics of
 * {@link org.linli.partner.PartnerApplication}, described in {@code docs/events}.
 */
@NullMarked
package org.linli.partner;

import org.jspecify.annotations.NullMarked;
