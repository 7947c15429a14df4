/** People's sessions in the browser: signed in at the OIDC provider, kept in an encrypted cookie, turned into a token. */
@NullMarked
package org.linli.gateway.session;

import org.jspecify.annotations.NullMarked;
