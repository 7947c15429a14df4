/** The measuring itself: a bench that counts wrong is worse than none. */
package org.linli.bench;
