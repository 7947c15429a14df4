/** Trials, sessions, seats and feedback in their tables. */
@NullMarked
package org.linli.partner.trial.store;

import org.jspecify.annotations.NullMarked;
