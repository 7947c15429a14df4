/** The commands on points, each in the caller's transaction. */
@NullMarked
package org.linli.partner.points.application;

import org.jspecify.annotations.NullMarked;
