/** Trials over HTTP. */
@NullMarked
package org.linli.partner.trial.web;

import org.jspecify.annotations.NullMarked;
