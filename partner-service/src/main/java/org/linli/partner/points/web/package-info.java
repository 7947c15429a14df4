/** Points over HTTP: rules, cards, the counter, losses and appeals. */
@NullMarked
package org.linli.partner.points.web;

import org.jspecify.annotations.NullMarked;
