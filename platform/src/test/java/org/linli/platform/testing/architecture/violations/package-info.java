/** Each class here breaks one rule, so that the rule can be seen to fail. */
package org.linli.platform.testing.architecture.violations;
