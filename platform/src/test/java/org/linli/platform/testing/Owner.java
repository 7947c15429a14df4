package org.linli.platform.testing;

import org.linli.platform.security.Role;
import org.linli.platform.testing.history.Histories;

import java.util.List;

/**
 * The branch whose things the denial table tries to reach, and those who must not.
 *
 * @param branch 12 digits
 */
public record Owner(String branch) {

    /** The first branch of the street. */
    public static Owner in(String street) {
        return new Owner(street + "101");
    }

    /** The owner's street, 9 digits. */
    public String street() {
        return branch.substring(0, 9);
    }

    /** The owner's city, 4 digits. */
    public String city() {
        return branch.substring(0, 4);
    }

    /** Another branch of the same street. */
    public String sibling() {
        return street() + (branch.endsWith("102") ? "103" : "102");
    }

    /** Another street of the same district. */
    public String otherStreet() {
        return Histories.neighbour(street());
    }

    /** A branch of the other street. */
    public String otherBranch() {
        return otherStreet() + "101";
    }

    /** Where a person of this role usually has rights, the owner's things among them. */
    String usualScope(Role role) {
        return switch (role) {
            case CITY -> city();
            case BRANCH_HEAD, BRANCH_CLERK -> branch;
            case HQ, PARTNER, SEEKER, RESIDENT, AUDITOR -> street();
        };
    }

    /** Scopes beside the owner's, as a person of this role may have them. */
    List<String> strangersScopes(Role role) {
        return switch (role) {
            case BRANCH_HEAD, BRANCH_CLERK -> List.of(sibling(), otherBranch());
            case CITY, HQ, PARTNER, SEEKER, RESIDENT, AUDITOR -> List.of(sibling(), otherStreet());
        };
    }
}
