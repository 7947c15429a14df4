/** The small OIDC provider of the one-machine suite: demo people and machines, never outside the local profile. */
@NullMarked
package org.linli.identity;

import org.jspecify.annotations.NullMarked;
