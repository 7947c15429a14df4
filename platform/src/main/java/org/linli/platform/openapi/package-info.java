/** What every route's OpenAPI description has in common: types, headers, paging, rights and problems. */
@NullMarked
package org.linli.platform.openapi;

import org.jspecify.annotations.NullMarked;
