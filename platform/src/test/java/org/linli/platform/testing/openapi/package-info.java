/** What the OpenAPI document of a service has to say, so that nobody needs to ask. */
@org.jspecify.annotations.NullMarked
package org.linli.platform.testing.openapi;
