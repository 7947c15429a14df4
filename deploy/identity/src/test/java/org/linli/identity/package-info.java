/** The provider as its clients see it: over HTTP, on a port of its own. */
package org.linli.identity;
