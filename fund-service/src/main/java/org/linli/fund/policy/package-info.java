/** How much of its revenue a branch gives back: base, rate and start as versioned data, never below the floor. */
@NullMarked
package org.linli.fund.policy;

import org.jspecify.annotations.NullMarked;
