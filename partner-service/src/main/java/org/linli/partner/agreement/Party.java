package org.linli.partner.agreement;

/** Who signs. */
public enum Party {
    PARTNER,
    BRANCH
}
