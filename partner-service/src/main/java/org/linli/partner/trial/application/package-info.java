/** What is done with trials, inside the caller's transaction. */
@NullMarked
package org.linli.partner.trial.application;

import org.jspecify.annotations.NullMarked;
