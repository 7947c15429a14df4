package org.linli.platform.testing;

import org.linli.platform.security.Role;
import org.springframework.http.HttpMethod;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * One row of the {@link RouteTable}: who may call a route, a valid call on a thing of the owner's, and what a caller
 * with the right role but other units gets.
 */
public final class Route {

    /** What a caller gets who has the role but not the unit. */
    enum Strangers {
        /** 404, as if the thing did not exist. */
        FIND_NOTHING,
        /** 200 without a word of the owner. */
        SEE_OTHERS_ONLY,
        /** 200 that refuses every row. */
        HAVE_ROWS_REFUSED,
        /** The same as everybody: the thing belongs to no unit. */
        ARE_WELCOME,
        /** 403, as everybody whose rights end somewhere: it is an act on the whole system. */
        LACK_THE_WHOLE,
        /** 403, as every person: it is for machines, whose own tests see it served. */
        ARE_NO_MACHINE
    }

    private final HttpMethod method;
    private final String template;
    private Set<Role> allowed = EnumSet.noneOf(Role.class);
    private BiFunction<Owner, Role, Call> call = (owner, role) -> Call.with();
    private Strangers strangers = Strangers.FIND_NOTHING;
    private String sign = "";
    private boolean open;
    private String toldOnce = "";
    private Set<Role> ownOnly = Set.of();

    private Route(HttpMethod method, String template) {
        this.method = method;
        this.template = template;
    }

    public static Route get(String template) {
        return new Route(HttpMethod.GET, template);
    }

    public static Route post(String template) {
        return new Route(HttpMethod.POST, template);
    }

    public static Route put(String template) {
        return new Route(HttpMethod.PUT, template);
    }

    public static Route delete(String template) {
        return new Route(HttpMethod.DELETE, template);
    }

    /** A route of any other method. */
    public static Route of(HttpMethod method, String template) {
        return new Route(method, template);
    }

    /** These roles and no other. */
    public Route allowed(Role first, Role... more) {
        allowed = EnumSet.of(first, more);
        return this;
    }

    /**
     * Everybody, with a token or without.
     *
     * @param why nobody is a stranger to it
     */
    public Route open(String why) {
        explained(why);
        allowed = EnumSet.allOf(Role.class);
        strangers = Strangers.ARE_WELCOME;
        open = true;
        return this;
    }

    /**
     * A call that succeeds (2xx) for this role in the owner's name; may prepare what it needs first, and is asked for
     * anew before every call that is meant to succeed.
     */
    public Route call(BiFunction<Owner, Role, Call> valid) {
        call = valid;
        return this;
    }

    /** A list: strangers get 200 and never see the owner's 12-digit code, while the owner does. */
    public Route showsOnlyOwn() {
        return showsOnlyOwn("");
    }

    /** A list where {@code sign}, instead of the branch code, gives away that a row is the owner's. */
    public Route showsOnlyOwn(String sign) {
        strangers = Strangers.SEE_OTHERS_ONLY;
        this.sign = sign;
        return this;
    }

    /** A batch: strangers get 200 with every row refused. */
    public Route refusesOthersRows() {
        strangers = Strangers.HAVE_ROWS_REFUSED;
        return this;
    }

    /**
     * Something that belongs to no unit.
     *
     * @param why nobody of an allowed role is a stranger to it
     * @param except roles that find their own alone, and 404 for another's
     */
    public Route belongsToAll(String why, Role... except) {
        explained(why);
        strangers = Strangers.ARE_WELCOME;
        ownOnly = Set.of(except);
        return this;
    }

    private void explained(String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("say why " + name() + " has no strangers");
        }
    }

    /** An act on the whole system: only rights over every unit are enough, all others get 403. */
    public Route needsEverywhere() {
        strangers = Strangers.LACK_THE_WHOLE;
        return this;
    }

    /** A member of the answer that is kept nowhere, such as a secret: the command sent again leaves it empty. */
    public Route tellsOnce(String member) {
        toldOnce = member;
        return this;
    }

    String toldOnce() {
        return toldOnce;
    }

    /** Something that a person never does: everybody gets 403. */
    public Route forMachines() {
        strangers = Strangers.ARE_NO_MACHINE;
        return this;
    }

    boolean isOpen() {
        return open;
    }

    HttpMethod method() {
        return method;
    }

    String template() {
        return template;
    }

    String name() {
        return method + " " + template;
    }

    Set<Role> allowed() {
        return allowed;
    }

    Strangers strangers() {
        return strangers;
    }

    /** Roles that are refused another's thing. */
    Set<Role> rolesWithStrangers() {
        return strangers == Strangers.ARE_WELCOME ? ownOnly : allowed;
    }

    Call validCall(Owner owner, Role role) {
        return call.apply(owner, role);
    }

    /** Units over which this role may make the call. */
    String scope(Owner owner, Role role) {
        return strangers == Strangers.LACK_THE_WHOLE ? "*" : owner.usualScope(role);
    }

    String signOf(Owner owner) {
        return sign.isEmpty() ? owner.branch() : sign;
    }
}
