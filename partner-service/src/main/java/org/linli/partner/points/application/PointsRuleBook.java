package org.linli.partner.points.application;

import org.linli.partner.points.PointsRule;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.util.List;

/** The decisions about earning rules, the newest of each in force. */
public interface PointsRuleBook {

    /** Adds the next version of a rule; empty where the street is outside the scope. */
    Mono<PointsRule> decide(PointsRule rule, String by, Scope scope);

    /** The rules in force of a street; open to everybody, since everybody may earn. */
    Mono<List<PointsRule>> inForce(String street);
}
