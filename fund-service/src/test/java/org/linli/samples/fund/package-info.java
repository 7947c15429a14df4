/** Code as it must not be: each class breaks one rule of the architecture test. */
package org.linli.samples.fund;
