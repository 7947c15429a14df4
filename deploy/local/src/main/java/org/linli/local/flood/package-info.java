/** The flood proof: each route's heaviest request from many callers at once must cost answers, never a process or another caller. */
@NullMarked
package org.linli.local.flood;

import org.jspecify.annotations.NullMarked;
