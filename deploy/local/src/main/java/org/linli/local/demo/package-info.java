/** A street's year for newcomers: a plausible sample, fed through the gateway, and its figures on the terminal. */
@NullMarked
package org.linli.local.demo;

import org.jspecify.annotations.NullMarked;
