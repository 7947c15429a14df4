/** The public forms: pages for people without a program of their own, on the same API as everybody's. */
@NullMarked
package org.linli.gateway.form;

import org.jspecify.annotations.NullMarked;
