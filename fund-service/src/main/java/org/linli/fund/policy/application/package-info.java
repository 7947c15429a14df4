/** Declaring a return policy, and trying one out before it is declared. */
@NullMarked
package org.linli.fund.policy.application;

import org.jspecify.annotations.NullMarked;
