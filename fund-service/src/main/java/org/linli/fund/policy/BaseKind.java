package org.linli.fund.policy;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;

/** What a rate is applied to, from the widest base to the narrowest. */
@Schema(name = "BaseKind")
public enum BaseKind {
    /** All operating income. */
    GROSS {
        @Override
        public Money of(Figures figures) {
            return figures.gross();
        }
    },
    /** Operating income without tax: the default. */
    GROSS_LESS_TAX {
        @Override
        public Money of(Figures figures) {
            return figures.gross().minus(figures.tax());
        }
    },
    /** What is left of income after tax and direct cost. */
    GROSS_LESS_TAX_AND_DIRECT_COST {
        @Override
        public Money of(Figures figures) {
            return figures.gross().minus(figures.tax()).minus(figures.directCost());
        }
    };

    /** The base in yuan; negative where the figures are. */
    public abstract Money of(Figures figures);

    /** Whether this base leaves out more of the income than the other. */
    public boolean isNarrowerThan(BaseKind other) {
        return ordinal() > other.ordinal();
    }
}
