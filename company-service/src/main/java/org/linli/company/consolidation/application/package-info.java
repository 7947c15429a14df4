/** Takes accepted statements and units from Kafka into the consolidation, and rebuilds it from the topic. */
@NullMarked
package org.linli.company.consolidation.application;

import org.jspecify.annotations.NullMarked;
