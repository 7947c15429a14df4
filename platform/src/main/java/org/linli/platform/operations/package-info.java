/** What the people who keep a service running do with it, over its own API. */
@NullMarked
package org.linli.platform.operations;

import org.jspecify.annotations.NullMarked;
