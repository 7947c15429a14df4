/** Credentials by which partners' machines sign in: issued at the OIDC provider, with scopes, rotated and revoked. */
@NullMarked
package org.linli.partner.access;

import org.jspecify.annotations.NullMarked;
